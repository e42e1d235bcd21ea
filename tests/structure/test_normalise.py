"""Normalised text is what phrases are matched against; every character of it knows where it stood."""

from __future__ import annotations

from checker.model import Document, Span
from checker.reading import read_bytes
from checker.structure.normalise import NormalText, normalise


def normal(text: str) -> tuple[Document, NormalText]:
    document = read_bytes(text.encode(), "report.txt")
    return document, normalise(document)


def quote(text: str, wanted: str) -> str:
    """Return what stands in the original where *wanted* stands in the normalised text."""
    document, normalised = normal(text)
    start = normalised.text.index(wanted)
    span = normalised.original(Span(start, start + len(wanted)))
    return document.text[span.start : span.end]


def test_width_of_punctuation_and_digits_does_not_matter() -> None:
    assert (
        normal("２０２５年，办结１２件（含复议）：全部办结！")[1].text
        == normal("2025年,办结12件(含复议):全部办结!")[1].text
    )


def test_noise_inside_words_is_left_out_and_quotes_keep_it() -> None:
    assert quote("全年◆★化解■纠纷\u200b96件。", "化解纠纷96件") == "化解■纠纷\u200b96件"


def test_spaces_go_but_for_those_between_latin_words() -> None:
    assert normal("召开 会议 3 次，使用 Word 2016 编写")[1].text == "召开会议3次,使用Word 2016编写\n"


def test_traditional_characters_and_radicals_read_as_simplified() -> None:
    assert normal("青禾縣法治政府建設情況報告，⼀次")[1].text.startswith("青禾县法治政府建设情况报告,一次")


def test_lines_that_only_wrap_are_joined() -> None:
    sentence = "青禾县人民政府坚持依法行政，全年组织执法人员参加各类专题培训九期并组织案卷评查一百二十份"
    text = "\n".join((sentence * 6)[i : i + 32] for i in range(0, 256, 32))
    assert normal(text)[1].text == normal((sentence * 6)[:256])[1].text


def test_short_lines_are_paragraphs_of_their_own() -> None:
    assert normal("青禾县人民政府\n2026年1月20日")[1].text == "青禾县人民政府\n2026年1月20日\n"


def test_a_point_between_words_is_a_full_stop_and_a_point_after_a_number_is_not() -> None:
    assert (
        normal("成效明显.现将情况报告如下:\n一.主要成效\n1.5万人")[1].text
        == "成效明显。现将情况报告如下:\n一.主要成效\n1.5万人\n"
    )


def test_wide_space_is_remembered_as_a_lost_line_end() -> None:
    normalised = normal("主要成效　（一）完善制度")[1]
    assert normalised.gaps == {normalised.text.index("(一)")}
