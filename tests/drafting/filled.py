"""What a unit might fill into a blank draft, and the drafts with it: names and numbers are invented."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

BLANK = "【此处填写】"

ISSUERS = {
    "province": "云岭省人民政府",
    "city": "澜江市人民政府",
    "county": "青禾县人民政府",
    "township": "雁滩镇人民政府",
    "street": "柳浦街道办事处",
    "department": "青禾县水利局",
}

# The words by which the heading above is known, and what is written there.
UNDER = {
    "坚持党的领导": "全年召开会议专题研究法治政府建设工作4次，印发年度工作要点1份，将法治建设纳入年度考核。",
    "营商环境": "梳理公布权责清单112项，办理政务服务事项6430件，收回涉企检查计划18项。",
    "政务服务": "梳理公布权责清单86项，承接赋权事项12项，办理便民服务事项2130件。",
    "政府立法": "制定、修改政府规章3件，废止1件，公开征求意见4次。",
    "规范性文件": "全年制发行政规范性文件2件，均经合法性审核并按时备案，清理历年文件19件。",
    "重大行政决策": "公布年度重大行政决策事项目录6项，全部经过公众参与、合法性审查和集体讨论，法律顾问参与审查27次。",
    "公正文明执法": "办理行政处罚案件34件，评查案卷12份，组织执法人员培训3期、96人次。",
    "突发事件": "修订应急预案6个，组织演练4场，全年未发生较大以上突发事件。",
    "矛盾纠纷": "调解矛盾纠纷187件，调解成功184件；办结信访事项35件。",
    "行政复议": "全年未发生被申请行政复议案件；行政应诉案件1件，主要负责人出庭应诉1次。",
    "政务公开": "办结代表建议和委员提案14件，主动公开政务信息118条，依申请公开3件。",
    "数字法治": "推行网上办理事项42项，接入执法监督平台1个。",
    "法治宣传教育": "组织会前学法6次、法治讲座2期，开展普法活动38场，覆盖4200人次。",
    "存在的不足": "一是执法队伍专业能力不强，主要原因是人员流动大、业务培训不够。"
    "二是普法形式单一，原因在于对群众需求调查不足。",
    "第一责任人": "主要负责人主持召开专题会议研究法治工作4次，听取依法行政情况汇报2次，"
    "对执法问题作出批示5件，带头讲法治课1次，年终专题述法。",
    "主要安排": "一是加强执法队伍建设，分批开展业务培训，配齐法制审核人员。"
    "二是创新普法形式，组建宣讲队，提升普法的针对性。"
    "三是完善行政执法监督机制，开展案卷评查。四是健全矛盾纠纷多元化解机制，推进诉前调解。",
    "其他需要报告": "本年度没有其他需要报告的情况。",
}
ADDRESSEE, LEAD, DAY = "上一级党委、政府", "2026年，本单位依法履行职责，扎实推进法治政府建设。", "1月20日"


def words_for(line: str, heading: str) -> str:
    """Return what is written for the blank in *line*, which stands under *heading*."""
    if line == f"{BLANK}：":
        return ADDRESSEE
    if line.startswith(f"{BLANK}现将"):
        return LEAD
    if line.endswith(f"年{BLANK}"):
        return DAY
    return next(words.removesuffix("。") for known, words in UNDER.items() if known in heading)


def filled(content: str) -> str:
    """Return the Markdown draft *content* as a unit would send it."""
    heading, lines = "", []
    for line in re.sub(r"(?s)<!--.*?-->\n*", "", content).split("\n"):
        heading = line if line.startswith("#") else heading
        lines.append(line.replace(BLANK, words_for(line, heading)) if BLANK in line else line)
    return "\n".join(lines)


def filled_word(data: bytes, *, comments: bool = False) -> bytes:
    """Return the Word draft *data* as a unit would send it: every blank filled in and, unless kept, no comments."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    heading = ""

    def fill(paragraph: re.Match[str]) -> str:
        nonlocal heading
        xml = paragraph.group()
        line = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))
        heading = line if 'w:val="heading' in xml else heading
        return xml.replace(BLANK, words_for(line, heading)) if BLANK in xml else xml

    document = re.sub(r"(?s)<w:p>.*?</w:p>", fill, parts["word/document.xml"])
    if not comments:
        document = re.sub(
            r"<w:comment(?:RangeStart|RangeEnd)[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>", "", document
        )
    parts["word/document.xml"] = document
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
