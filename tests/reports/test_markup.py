"""Nothing gets into a page unescaped."""

import pytest

from checker.reports.markup import Markup, escape, join, lines, style, tag


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>", "&lt;script&gt;"),
        ("a & b", "a &amp; b"),
        ("\"'", "&quot;&#x27;"),
        ("一\n二\t三\r四", "一 二 三 四"),
        ("\x1b[31m\x07\x00", "␛[31m␇␀"),
        ("\x9b31m", "\ufffd31m"),
        ("税\u202e务\u200b局\u2066", "税务局"),
        ("\udce4", "\\udce4"),
        ("\ufffe\uffff", ""),
    ],
)
def test_text_is_made_harmless(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_markup_is_escaped_once() -> None:
    assert tag("p", tag("b", "<"), "<", escape("<")) == "<p><b>&lt;</b>&lt;&lt;</p>"


def test_attributes_are_escaped_and_named_as_html_names_them() -> None:
    made = tag("a", "x", class_="b", aria_label='"><i>', href=None, hidden=False, open=True, colspan=2)
    assert made == '<a class="b" aria-label="&quot;&gt;&lt;i&gt;" open colspan="2">x</a>'


def test_elements_without_content_have_no_end_tag() -> None:
    assert tag("meta", charset="utf-8") == '<meta charset="utf-8">'


def test_children_may_be_nested_and_left_out() -> None:
    assert join("a", None, ["b", [tag("i", None), "<"]]) == "ab<i></i>&lt;"


def test_lines_stay_apart() -> None:
    assert lines("a\nb", "<") == "a b\n&lt;"


@pytest.mark.parametrize("name", ["a b", "a>", "", "1a", 'a"'])
def test_a_name_that_is_none_is_an_error(name: str) -> None:
    with pytest.raises(ValueError):
        tag(name)
    with pytest.raises(ValueError):
        tag("p", **{name or " ": "x"})


def test_a_style_sheet_cannot_be_left() -> None:
    assert style("p > b { color: red }") == "<style>p > b { color: red }</style>"
    with pytest.raises(ValueError):
        style("</style><script>")


def test_adding_text_to_markup_does_not_make_markup() -> None:
    assert not isinstance(tag("b", "x") + "<i>", Markup)
