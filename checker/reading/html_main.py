"""Which parts of a page are its article, told by density: prose outweighs links in an article, nowhere else.

The container that holds most of the prose is the article's; prose in a container beside it counts where it is long.
From the first such part to the last everything is kept but link lists and furniture, and around them what belongs to
the article: before it the title and the line of date and source, after it signature, date and attachments.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.frozen import dataclass
from checker.model import BlockKind
from checker.reading.html_parts import LIST_LINKS, Links, Parts
from checker.regex import regex

_PROSE = regex(r"[，。；！？]|[,;]\s")
_PROSE_LENGTH = 40  # a part as long as this is prose without any punctuation
_LONG_PROSE = 60  # prose of this length is kept wherever it stands
_SHARE_OF_ARTICLE = 0.8  # of all prose, for a container to be the article's
_SHARE_OF_NO_FURNITURE = 0.4  # of all prose, for a container to be no furniture whatever its name
_TITLE_REACH = 40  # parts between a title and the first prose, at most
_NEAR = 6  # parts that belong to the article without standing in its container, at most
_TITLE_LENGTH = 8
_NOTE_LENGTH = 60
_RECORD_LENGTH = 200

_LABELLED = regex(r"(?:日期|时间|来源|机构|单位|部门|作者|供稿|索引号|文号|字号|编辑)\s*[:：]")
_DATE = regex(r"[12]\d{3}\s*[-/.年]\s*[01]?\d\s*[-/.月]\s*[0-3]?\d")
_FURNITURE = regex(
    r"[\[【（(•·|\s]*(?:上一[篇条页]|下一[篇条页]|打印|关闭|返回|收藏|分享|字体|字号|大\s*中\s*小|扫一扫|用?手机|今天是|欢迎|繁体"
    r"|(?:当前|您?(?:现在)?(?:所在)?的?)位置|首页\s*[>＞»/|]|版权所有|主办|承办|技术支持|网站(?:标识|地图|声明)|相关(?:阅读|链接|新闻|文章|信息|稿件)"
    r"|听全文|无障碍|适老|关爱版|长者|下载\s*$|收藏\s*$|加大|还原|减小|全屏)"
)
_REGISTRATION = regex(r".{0,20}(?:ICP备|公网安备|网站标识码)")
_ATTACHMENT = regex(r"[（(【\s]*附\s*件")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Indices of the parts that make the article; *is_guess* where no prose was found and all text was kept."""

    parts: tuple[int, ...]
    is_guess: bool


def main_parts(parts: Parts, titles: Sequence[str]) -> Chosen:
    """Return the parts that a reader came for, in order; *titles* are what the head of the page calls it."""
    return _Choice(parts, titles).made()


class _Choice:
    """What is known of the parts while the choice is made; lists run along the parts."""

    def __init__(self, parts: Parts, titles: Sequence[str]) -> None:
        self._texts = parts.texts
        self._shapes = parts.shapes
        self._owners = parts.owners
        self._titles = ["".join(title.split()) for title in titles]
        self._link_lists = {index for index, links in parts.links.items() if _is_links(links, parts.texts[index])}
        self._prose = _weights(parts, self._link_lists)
        furniture = _furniture(parts, self._prose)
        self._inside, self._around = _article(parts, self._prose, furniture)
        self._suspects = parts.suspects
        if any(furniture):
            self._suspects = parts.suspects.union(i for i, owner in enumerate(parts.owners) if furniture[owner])
        self._listed = _listed(parts, self._link_lists)

    def made(self) -> Chosen:
        """Return the choice."""
        count = len(self._texts)
        first = next((index for index in range(count) if self._is_anchor(index)), None)
        if first is None:
            shown = [index for index, text in enumerate(self._texts) if text and index not in self._suspects]
            return Chosen(tuple(shown) or tuple(range(count)), is_guess=True)
        last = next(index for index in range(count - 1, -1, -1) if self._is_anchor(index))
        serving, prose = self._suspects | self._listed, self._prose
        between = [
            index
            for index in range(first, last + 1)
            if index not in serving and (prose[index] > _NOTE_LENGTH or not self._is_note(index))
        ]
        return Chosen((*self._before(first), *between, *self._after(last)), is_guess=False)

    def _is_anchor(self, index: int) -> bool:
        """Whether a part is prose that nothing but an article has; the first and the last one are its bounds."""
        weight = self._prose[index]
        if not weight or index in self._suspects or self._is_note(index):
            return False
        return weight >= _LONG_PROSE or self._is_inside(index) or self._around[self._owners[index]]

    def _is_inside(self, index: int) -> bool:
        return self._inside[self._owners[index]]

    def _belongs(self, index: int) -> bool:
        return not (index in self._suspects or index in self._listed or self._is_note(index))

    def _is_note(self, index: int) -> bool:
        """Whether a short part serves the page: previous article, print, font size. A date makes it worth keeping."""
        text = self._texts[index]
        return len(text) <= _NOTE_LENGTH and _is_furniture(text) and not self._is_record(index)

    def _is_record(self, index: int) -> bool:
        """Whether a part tells when, by whom or from where the article was published."""
        text = self._texts[index]
        return len(text) <= _RECORD_LENGTH and bool(_LABELLED.search(text) or _DATE.search(text))

    def _is_labelled(self, index: int) -> bool:
        """Whether a record says what it is, which today's date in the head of the page does not."""
        return _LABELLED.search(self._texts[index]) is not None

    def _is_title(self, index: int) -> bool:
        text = self._texts[index]
        if not text or index in self._link_lists:
            return False
        shape = self._shapes[index]
        squeezed = "".join(text.split())
        if any(squeezed in title for title in self._titles):
            return len(squeezed) >= _TITLE_LENGTH or shape.kind is BlockKind.HEADING
        return shape.kind is BlockKind.HEADING and (shape.level or 9) <= 2 and index not in self._suspects

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
        while above and begin - above < _NEAR and self._is_inside(above - 1) and self._belongs(above - 1):
            above -= 1
        kept = [i for i in range(begin, first) if i in titles or self._belongs(i) or self._is_bare_record(i)]
        return sorted({*records, *range(above, begin), *kept})

    def _title_before(self, index: int, reach: int) -> int | None:
        return next((i for i in range(index - 1, max(index - reach, 0) - 1, -1) if self._is_title(i)), None)

    def _right_before(self, first: int) -> list[int]:
        kept: list[int] = []
        outside = 0
        for index in range(first - 1, -1, -1):
            outside += not self._is_inside(index)
            if outside > _NEAR or (not self._is_inside(index) and index in self._listed):
                break
            if self._belongs(index) or self._is_bare_record(index):
                kept.append(index)
        return kept[::-1]

    def _is_bare_record(self, index: int) -> bool:
        """Whether a part tells date or source, which counts even in a bar with share buttons."""
        return self._is_record(index) and index not in self._listed

    def _after(self, last: int) -> list[int]:
        """Return what belongs to the article behind its last prose."""
        kept: list[int] = []
        outside = 0
        for index in range(last + 1, len(self._texts)):
            if self._is_inside(index):
                if index in self._listed and not _ATTACHMENT.match(self._first_of_list(index)):
                    break
                if index not in self._suspects and not self._is_note(index):
                    kept.append(index)
            else:
                outside += 1
                if outside > _NEAR or index in self._listed:
                    break
                if self._is_record(index) and index not in self._suspects and not self._is_note(index):
                    kept.append(index)
        return kept

    def _first_of_list(self, index: int) -> str:
        while index and index - 1 in self._listed:
            index -= 1
        before = self._texts[index - 1] if index else ""
        return before if _ATTACHMENT.match(before) else self._texts[index]


def _is_links(links: Links, text: str) -> bool:
    """Return whether more of a part is link than text."""
    return links.characters * 2 > len(text)


def _weights(parts: Parts, link_lists: Collection[int]) -> list[int]:
    """Return how many characters of prose each part has."""
    has_mark = _PROSE.search
    weights = [
        length if (length := len(text)) >= _PROSE_LENGTH or has_mark(text) else 0  # which is 0 for no text, too
        for text in parts.texts
    ]
    for index, links in parts.links.items():
        if weights[index]:
            weights[index] -= links.characters
    for index in (*link_lists, *parts.suspects):
        weights[index] = 0
    return weights


def _is_furniture(text: str) -> bool:
    """Return whether *text* begins as what serves the page does, or tells its registration."""
    if _FURNITURE.match(text):
        return True
    # Every registration has one of these words, and looking for them is quicker.
    return ("备" in text or "标识码" in text) and _REGISTRATION.match(text) is not None


def _furniture(parts: Parts, weights: Sequence[int]) -> list[bool]:
    """Return for each container whether it is furniture: it, or one around it, is named so and has little prose."""
    containers = parts.containers
    furniture = [False] * len(containers)
    if not any(container.suspect for container in containers):
        return furniture
    prose = _sums(parts, weights)
    enough = prose[0] * _SHARE_OF_NO_FURNITURE
    for index, container in enumerate(containers):
        inherited = index > 0 and furniture[container.parent]
        furniture[index] = inherited or (container.suspect and (prose[index] < enough or not prose[index]))
    return furniture


def _article(parts: Parts, weights: Sequence[int], furniture: Sequence[bool]) -> tuple[list[bool], list[bool]]:
    """Return for each container whether it is the article's or within, and whether it is around the article's.

    The article's container is the innermost with most of the prose.
    """
    prose = _sums(parts, weights, furniture)
    article = 0
    around = [False] * len(parts.containers)
    enough = prose[0] * _SHARE_OF_ARTICLE
    for index, container in enumerate(parts.containers):
        if container.parent == article and index and prose[index] >= enough:
            around[article] = True
            article = index
    inside = [False] * len(parts.containers)
    for index, container in enumerate(parts.containers):
        inside[index] = index == article or (index > 0 and inside[container.parent])
    return inside, around


def _sums(parts: Parts, weights: Sequence[int], without: Sequence[bool] = ()) -> list[int]:
    """Return the weight of each container with all that is in it but containers *without* weight.

    A container stands behind the one around it.
    """
    sums = [0] * len(parts.containers)
    for owner, weight in zip(parts.owners, weights, strict=True):
        sums[owner] += weight
    if without:
        sums = [0 if skipped else weight for weight, skipped in zip(sums, without, strict=True)]
    for index in range(len(sums) - 1, 0, -1):
        sums[parts.containers[index].parent] += sums[index]
    return sums


def _listed(parts: Parts, link_lists: Collection[int]) -> set[int]:
    """Return the parts that are in a list of links: several links in one part, or in parts one by one."""
    listed: set[int] = set()
    run: list[int] = []
    for index in sorted(index for index in link_lists if parts.texts[index]):
        if run and index != run[-1] + 1:
            listed |= _list_of(parts, run)
            run = []
        run.append(index)
    return listed | _list_of(parts, run)


def _list_of(parts: Parts, run: Sequence[int]) -> set[int]:
    return set(run) if sum(parts.links[index].number for index in run) >= LIST_LINKS else set()
