"""Which parts of a page are its article, told by density: prose outweighs links in an article, nowhere else.

The container that holds most of the prose is the article's; prose in a container beside it counts where it is long.
From the first such part to the last everything is kept but link lists and furniture, and around them what belongs to
the article: before it the title and the line of date and source, after it signature, date and attachments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.frozen import dataclass
from checker.model import BlockKind
from checker.reading.html_parts import LIST_LINKS, Container, Part

_PROSE = re.compile(r"[，。；！？]|[,;]\s")
_PROSE_LENGTH = 40  # a part as long as this is prose without any punctuation
_LONG_PROSE = 60  # prose of this length is kept wherever it stands
_SHARE_OF_ARTICLE = 0.8  # of all prose, for a container to be the article's
_SHARE_OF_NO_FURNITURE = 0.4  # of all prose, for a container to be no furniture whatever its name
_TITLE_REACH = 40  # parts between a title and the first prose, at most
_NEAR = 6  # parts that belong to the article without standing in its container, at most
_TITLE_LENGTH = 8
_NOTE_LENGTH = 60
_RECORD_LENGTH = 200

_LABELLED = re.compile(r"(?:日期|时间|来源|机构|单位|部门|作者|供稿|索引号|文号|字号|编辑)\s*[:：]")
_DATE = re.compile(r"[12]\d{3}\s*[-/.年]\s*[01]?\d\s*[-/.月]\s*[0-3]?\d")
_FURNITURE = re.compile(
    r"[\[【（(•·|\s]*(?:上一[篇条页]|下一[篇条页]|打印|关闭|返回|收藏|分享|字体|字号|大\s*中\s*小|扫一扫|用?手机|今天是|欢迎|繁体"
    r"|(?:当前|您?(?:现在)?(?:所在)?的?)位置|首页\s*[>＞»/|]|版权所有|主办|承办|技术支持|网站(?:标识|地图|声明)|相关(?:阅读|链接|新闻|文章|信息|稿件)"
    r"|听全文|无障碍|适老|关爱版|长者|下载\s*$|收藏\s*$|加大|还原|减小|全屏)"
    r"|.{0,20}(?:ICP备|公网安备|网站标识码)"
)
_ATTACHMENT = re.compile(r"[（(【\s]*附\s*件")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in parts; *titles* are what its head calls it."""

    parts: Sequence[Part]
    containers: Sequence[Container]
    titles: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Indices of the parts that make the article; *is_guess* where no prose was found and all text was kept."""

    parts: tuple[int, ...]
    is_guess: bool


def main_parts(page: Page) -> Chosen:
    """Return the parts of *page* that a reader came for, in order."""
    return _Choice(page).made()


class _Choice:
    """What is known of each part while the choice is made; lists run along the parts."""

    def __init__(self, page: Page) -> None:
        self._parts = page.parts
        self._titles = ["".join(title.split()) for title in page.titles]
        weights = [_weight(part) for part in page.parts]
        furniture = _furniture(page, weights)
        inside, around = _article(page, weights, furniture)
        self._prose = weights
        self._suspect = [part.suspect or furniture[part.container] for part in page.parts]
        self._inside = [inside[part.container] for part in page.parts]
        self._around = [around[part.container] for part in page.parts]
        self._listed = _listed(page.parts)

    def made(self) -> Chosen:
        """Return the choice."""
        anchors = [
            index
            for index, weight in enumerate(self._prose)
            if weight
            and not self._suspect[index]
            and not self._is_note(index)
            and (self._inside[index] or self._around[index] or weight >= _LONG_PROSE)
        ]
        if not anchors:
            shown = [index for index, part in enumerate(self._parts) if part.text and not self._suspect[index]]
            return Chosen(tuple(shown) or tuple(range(len(self._parts))), is_guess=True)
        before = self._before(anchors[0])
        between = [index for index in range(anchors[0], anchors[-1] + 1) if self._belongs(index)]
        return Chosen((*before, *between, *self._after(anchors[-1])), is_guess=False)

    def _belongs(self, index: int) -> bool:
        return not (self._suspect[index] or self._listed[index] or self._is_note(index))

    def _is_note(self, index: int) -> bool:
        """Whether a short part serves the page: previous article, print, font size. A date makes it worth keeping."""
        text = self._parts[index].text
        return len(text) <= _NOTE_LENGTH and _FURNITURE.match(text) is not None and not self._is_record(index)

    def _is_record(self, index: int) -> bool:
        """Whether a part tells when, by whom or from where the article was published."""
        text = self._parts[index].text
        return len(text) <= _RECORD_LENGTH and bool(_LABELLED.search(text) or _DATE.search(text))

    def _is_labelled(self, index: int) -> bool:
        """Whether a record says what it is, which today's date in the head of the page does not."""
        return _LABELLED.search(self._parts[index].text) is not None

    def _is_title(self, index: int) -> bool:
        part = self._parts[index]
        if part.is_links or not part.text:
            return False
        squeezed = "".join(part.text.split())
        if any(squeezed in title for title in self._titles):
            return len(squeezed) >= _TITLE_LENGTH or part.kind is BlockKind.HEADING
        return part.kind is BlockKind.HEADING and (part.level or 9) <= 2 and not self._suspect[index]

    def _before(self, first: int) -> list[int]:
        """Return what belongs to the article before its first prose: from the title on, or what stands right there."""
        titles: set[int] = set()
        begin, reach = first, _TITLE_REACH
        while (title := self._title_before(begin, reach)) is not None:
            titles.add(title)  # which may take several lines, or stand both above the article and in it
            begin, reach = title, _NEAR
        if not titles:
            return self._right_before(first)
        records = [i for i in range(max(begin - _NEAR, 0), begin) if self._is_bare_record(i) and self._is_labelled(i)]
        above = begin  # a document number, say
        while above and begin - above < _NEAR and self._inside[above - 1] and self._belongs(above - 1):
            above -= 1
        kept = [i for i in range(begin, first) if i in titles or self._belongs(i) or self._is_bare_record(i)]
        return sorted({*records, *range(above, begin), *kept})

    def _title_before(self, index: int, reach: int) -> int | None:
        return next((i for i in range(index - 1, max(index - reach, 0) - 1, -1) if self._is_title(i)), None)

    def _right_before(self, first: int) -> list[int]:
        kept: list[int] = []
        outside = 0
        for index in range(first - 1, -1, -1):
            outside += not self._inside[index]
            if outside > _NEAR or (not self._inside[index] and self._listed[index]):
                break
            if self._belongs(index) or self._is_bare_record(index):
                kept.append(index)
        return kept[::-1]

    def _is_bare_record(self, index: int) -> bool:
        """Whether a part tells date or source, which counts even in a bar with share buttons."""
        return self._is_record(index) and not self._listed[index]

    def _after(self, last: int) -> list[int]:
        """Return what belongs to the article behind its last prose."""
        kept: list[int] = []
        outside = 0
        for index in range(last + 1, len(self._parts)):
            if self._inside[index]:
                if self._listed[index] and not _ATTACHMENT.match(self._first_of_list(index)):
                    break
                if not self._suspect[index] and not self._is_note(index):
                    kept.append(index)
            else:
                outside += 1
                if outside > _NEAR or self._listed[index]:
                    break
                if self._is_record(index) and not self._suspect[index] and not self._is_note(index):
                    kept.append(index)
        return kept

    def _first_of_list(self, index: int) -> str:
        while index and self._listed[index - 1]:
            index -= 1
        before = self._parts[index - 1].text if index else ""
        return before if _ATTACHMENT.match(before) else self._parts[index].text


def _weight(part: Part) -> int:
    """Return how many characters of prose *part* has."""
    text = part.text
    if part.is_links or part.suspect:
        return 0
    return len(text) - part.linked if len(text) >= _PROSE_LENGTH or _PROSE.search(text) else 0


def _furniture(page: Page, weights: Sequence[int]) -> list[bool]:
    """Return for each container whether it is furniture: it, or one around it, is named so and has little prose."""
    prose = _sums(page, weights)
    enough = prose[0] * _SHARE_OF_NO_FURNITURE if prose else 0
    furniture: list[bool] = []
    for index, container in enumerate(page.containers):
        inherited = index > 0 and furniture[container.parent]
        furniture.append(inherited or (container.suspect and (prose[index] < enough or not prose[index])))
    return furniture


def _article(page: Page, weights: Sequence[int], furniture: Sequence[bool]) -> tuple[list[bool], list[bool]]:
    """Return for each container whether it is the article's or within, and whether it is around the article's.

    The article's container is the innermost with most of the prose.
    """
    sound = [0 if furniture[part.container] else weight for part, weight in zip(page.parts, weights, strict=True)]
    prose = _sums(page, sound)
    article = 0
    around = [False] * len(page.containers)
    for index, container in enumerate(page.containers):
        if index and container.parent == article and prose[index] >= prose[0] * _SHARE_OF_ARTICLE:
            around[article] = True
            article = index
    inside: list[bool] = []
    for index, container in enumerate(page.containers):
        inside.append(index == article or (index > 0 and inside[container.parent]))
    return inside, around


def _sums(page: Page, weights: Sequence[int]) -> list[int]:
    """Return the weight of each container with all that is in it; a container stands behind the one around it."""
    sums = [0] * len(page.containers)
    for part, weight in zip(page.parts, weights, strict=True):
        sums[part.container] += weight
    for index in range(len(sums) - 1, 0, -1):
        sums[page.containers[index].parent] += sums[index]
    return sums


def _listed(parts: Sequence[Part]) -> list[bool]:
    """Return for each part whether it is in a list of links: several links in one part, or in parts one by one."""
    listed = [False] * len(parts)
    begin = 0
    while begin < len(parts):
        end = begin
        links = 0
        while end < len(parts) and parts[end].text and parts[end].is_links:
            links += parts[end].links
            end += 1
        if links >= LIST_LINKS:
            listed[begin:end] = [True] * (end - begin)
        begin = max(end, begin + 1)
    return listed
