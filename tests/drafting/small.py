"""A small template with a draft, for tests that depend on no shipped pack."""

from __future__ import annotations

from checker.model import Basis, Page, Setting
from checker.rule import Draft, DraftPart, Level, Norm, Norms, Recognition, Template
from checker.texts import Text
from checker.vocabulary import Concept, Vocabulary

LAW = Basis("《道路法》", "第三条", True, "law")
PLAN = Basis("《修路规划》", "第二部分", False, "policy")
BODY = Setting("仿宋", "Arial", 16, None, "both", 28, "exact", 2)
PAGE = Page(210, 297, 37, 35, 28, 26, 25, 22, 28)
SETTINGS = {
    "body": BODY,
    "title": Setting("小标宋", size=22, alignment="center", line=35),
    "heading1": Setting("黑体", size=16, first_line=2),
    "heading2": Setting("楷体", size=16, first_line=2),
    "signature": Setting("仿宋", size=16, alignment="right", right=4),
    "date": Setting("仿宋", size=16, alignment="right", right=4),
    "page_number": Setting("宋体", "宋体", 14, alignment="outside", left=1, right=1),
}
PARTS = (
    DraftPart("title", "{issuer}\n关于{year}年修路情况的报告", guidance=Text("写明年份。", "Name the year.")),
    DraftPart("body", "【】现将{year}年情况报告如下：", weight=1),
    DraftPart(
        "heading1",
        "{year}年做的事",
        parts=(
            DraftPart("heading2", "修路", ("【】。",), weight=5, basis=(LAW,)),
            DraftPart("heading2", "架桥", ("【】。",), weight=2, levels=frozenset({"town"}), basis=(PLAN,)),
            DraftPart("heading2", "渡船", ("【】。",), weight=1, optional=frozenset({"bureau"})),
        ),
    ),
    DraftPart("heading1", "{next}年的事", ("一是【】。", "二是【】。"), weight=2, levels=frozenset({"bureau"})),
    DraftPart("signature", "{issuer}"),
    DraftPart("date", "{next}年【】"),
)
DRAFT = Draft(PARTS, PAGE, SETTINGS, "— # —")


def template(draft: Draft | None = DRAFT) -> Template:
    return Template(
        id="roads",
        name=Text("修路报告", "Report on roads"),
        version="1",
        recognition=Recognition({}, {}, (), "roads", ("公所", "委员会"), ("园区",)),
        levels=(
            Level("town", Text("乡镇", "town"), endings=("镇",)),
            Level("bureau", Text("部门", "bureau"), endings=("局",), is_body=True),
            Level("city", Text("市级", "city"), endings=("市",), clues="roads"),
            Level("county", Text("县级", "county"), endings=("县",), clues="roads"),
        ),
        sections=(),
        groups=(),
        vocabulary=Vocabulary({"roads": Concept("roads", ("修路",))}),
        norms=Norms([Norm("plan", "修路规划", "policy", verified=True, period=(2021, 2025))]),
        draft=draft,
    )
