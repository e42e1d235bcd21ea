"""Sentences about references to norms: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "norm_names.right": ("书名号里的法规、文件名称没有发现误写", "no title of a norm was found misspelt"),
    "norm_names.wrong": ("名称写错：{pairs}", "titles misspelt: {pairs}"),
    "norm_names.pair": ("《{wrong}》应为《{right}》", "《{wrong}》 for 《{right}》"),
    "norm_names.why": (
        "把书名号里的名称与名录中的 {count} 件规范逐一比对",
        "compares titles in 《》 with the norms of the register: {count}",
    ),
    "superseded.clean": ("没有把已经失效的规范当作依据", "no norm is cited that was no basis any more"),
    "superseded.repealed": ("《{norm}》自 {day} 起已不再是现行依据", "《{norm}》 has been no basis since {day}"),
    "superseded.repealed_by": (
        "《{norm}》自 {day} 起已由《{successor}》取代",
        "《{norm}》 was replaced by 《{successor}》 from {day}",
    ),
    "superseded.period": ("《{norm}》到 {last} 年已经期满", "《{norm}》 ended with {last}"),
    "superseded.period_by": (
        "《{norm}》到 {last} 年已经期满，现为《{successor}》",
        "《{norm}》 ended with {last}; it was followed by 《{successor}》",
    ),
    "superseded.why": (
        "查找引用的规范，与名录中的废止日期和期限比对",
        "looks up the norms that are cited in the register, with their dates and periods",
    ),
    "anachronism.clean": ("没有把报告年度之后的事当作当年的事", "nothing later is claimed of the report year"),
    "anachronism.found": ("报告年度是 {year} 年：{said}", "the report is on {year}: {said}"),
    "anachronism.unborn": ("《{norm}》{day} 才公布", "《{norm}》 was only made on {day}"),
    "anachronism.in_force": ("《{norm}》{day} 才施行", "《{norm}》 was only in force from {day}"),
    "anachronism.revised": ("修订后的《{norm}》{day} 才施行", "the revised 《{norm}》 was only in force from {day}"),
    "anachronism.meeting": ("{meeting}{day} 才召开或开始", "{meeting}: only held or begun on {day}"),
    "anachronism.why": (
        "把引用的规范和会议与名录中的日期比对，安排部分和打算不算",
        "compares norms and meetings with their dates in the register, plans left out",
    ),
    "expected.found": ("已写到：{names}", "spoken of: {names}"),
    "expected.missing": ("没有写到：{names}", "not spoken of: {names}"),
    "expected.why": ("在全文查找：{names}", "looks through the text for: {names}"),
    "terms.right": ("固定用语没有发现误写", "no fixed term was found misspelt"),
    "terms.wrong": ("用语写错：{pairs}", "terms misspelt: {pairs}"),
    "terms.pair": ("“{wrong}”应为“{right}”", "“{wrong}” for “{right}”"),
    "terms.why": ("查找 {count} 个固定用语的误写", "looks for misspellings of fixed terms: {count}"),
}
