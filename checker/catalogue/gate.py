"""Sentences about waivers, baselines, comparisons, settings and watching: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "waivers.broken": ("豁免文件不能使用：共 {count} 处错误", "the file of waivers cannot be used; mistakes: {count}"),
    "waivers.unreadable": ("豁免文件读不出：{reason}", "the file of waivers cannot be read: {reason}"),
    "waivers.no_rule": ("规则包 {pack} 没有 {rule} 这条规则", "the pack {pack} has no rule {rule}"),
    "waivers.no_date": ("没有 {date} 这一天", "there is no day {date}"),
    "waivers.too_wide": (
        "这条豁免没有限定范围，会豁免所有文档的 {rule}",
        "this waiver has no limits: it would waive {rule} in every document",
    ),
    "waivers.too_wide.hint": (
        "写明 document、pattern 或 fingerprint；整条规则不用，应在规则包里停用",
        "give document, pattern or fingerprint; a rule that nobody needs is switched off in a pack",
    ),
    "waivers.bare_fingerprint": (
        "凡是找不到 {rule} 所要求内容的文档，指纹都是 {fingerprint}",
        "every document in which nothing is found for {rule} has the fingerprint {fingerprint}",
    ),
    "waivers.bare_fingerprint.hint": ("再用 document 写明是哪份文档", "name the document too, with document"),
    "waivers.why": (
        "已豁免：{reason}（{owner}{until}，见 {place}）。原结果：{finding}",
        "waived: {reason} ({owner}{until}; {place}). Without it: {finding}",
    ),
    "waivers.until": ("，至 {day} 止", ", until {day}"),
    "waivers.expired": (
        "豁免已过期，不再有效：{rule}，{day} 到期，{owner}，见 {place}",
        "a waiver has expired and waives nothing: {rule}, until {day}, {owner}; {place}",
    ),
    "waivers.undecided": (
        "无法判定的项目不能豁免：{rule}，见 {place}",
        "what could not be told cannot be waived: {rule}; {place}",
    ),
    "waivers.partly": (
        "豁免不能涵盖 {rule} 的全部位置，问题保留，见 {place}；要豁免整项，请写 fingerprint: {fingerprint}",
        "a waiver does not cover every place of {rule}, which stays; {place}; "
        "to waive all of it give fingerprint: {fingerprint}",
    ),
    "waivers.unneeded": (
        "豁免已不需要：{rule} 已通过，见 {place}",
        "a waiver is no longer needed: {rule} is met; {place}",
    ),
    "waivers.unmatched": (
        "豁免没有对上任何问题：{rule}，见 {place}",
        "a waiver matches no finding: {rule}; {place}",
    ),
    "baseline.unreadable": ("基线读不出：{reason}", "the baseline cannot be read: {reason}"),
    "baseline.no_json": ("基线不是正确的 JSON", "the baseline is no correct JSON"),
    "baseline.broken": ("基线的 {place} 不合规定", "the baseline is not as it should be at {place}"),
    "baseline.hint": (
        "用 checker baseline write 重新生成",
        "write it anew with: checker baseline write",
    ),
    "baseline.known": ("【基线已有】{finding}", "[known] {finding}"),
    "baseline.counted": (
        "基线中已有的问题 {count} 项，不计入退出码；结论不因基线改变",
        "findings known from the baseline, which do not count for the exit code: {count}; the verdict is not changed",
    ),
    "baseline.gone": (
        "基线中的问题有 {count} 项已不存在，可用 checker baseline update 更新基线",
        "findings of the baseline that are gone: {count}; update it with: checker baseline update",
    ),
    "baseline.written": (
        "已写入基线 {path}：文档 {documents} 份，问题 {findings} 项",
        "baseline written to {path}: documents {documents}, findings {findings}",
    ),
    "baseline.left_out": (
        "没有读出或无法判定的文档 {count} 份，没有写入其问题",
        "documents that could not be read or judged, whose findings were not written: {count}",
    ),
    "baseline.no_output": ("没有指定写到哪个文件", "no file to write to was given"),
    "baseline.no_output.hint": ("用 -o 指定，例如 -o baseline.json", "name it with -o, for example: -o baseline.json"),
    "baseline.stdin": (
        "标准输入的文档没有路径，不能写入基线",
        "a document on standard input has no path for a baseline",
    ),
    "help.baseline": (
        "管理基线：已知的问题不再拦下，新问题照样拦下",
        "Baselines: known findings no longer stop a gate, new ones do",
    ),
    "help.baseline.write": (
        "检查文件，把现有的问题全部记为已知\n退出码：0 已写入；2 有文档读不出或无法判定（其余照常写入）。",
        "Check files and record every finding as known\n"
        "Exit codes: 0 written; 2 some documents could not be read or judged (the others are written all the same).",
    ),
    "help.baseline.write.output": ("基线文件", "the file of the baseline"),
    "help.baseline.update": (
        "从基线里去掉已经解决的问题；不会添加新问题\n不写文件名时，检查基线里的全部文档。",
        "Take out of a baseline what is resolved; nothing is added\nWithout files, every document in it is checked.",
    ),
    "help.baseline.update.files": ("要重新检查的文件", "files to check again"),
    "help.baseline.update.baseline": ("基线文件（JSON）", "the file of the baseline (JSON)"),
    "help.check.baseline": (
        "基线（JSON）：其中的问题不计入退出码，结论不变",
        "baseline (JSON): its findings do not count for the exit code; the verdict stays",
    ),
    "compare.two": ("要比较的是两份文件：旧稿和新稿", "two files are compared: the old draft and the new one"),
    "compare.one": (
        "比较要求每一边只有一份文档，这里有 {count} 份",
        "each side of a comparison is one document, here are {count}",
    ),
    "compare.unreadable": ("检查结果读不出：{reason}", "the report cannot be read: {reason}"),
    "compare.no_report": (
        "这不是 checker 的 JSON 检查结果",
        "this is no JSON report of checker",
    ),
    "compare.old": ("旧稿 {path}：{verdict}", "old {path}: {verdict}"),
    "compare.new": ("新稿 {path}：{verdict}", "new {path}: {verdict}"),
    "compare.added": ("新增问题 {count} 项", "New findings: {count}"),
    "compare.remaining": ("仍有问题 {count} 项", "Remaining findings: {count}"),
    "compare.resolved": ("已解决 {count} 项", "Resolved findings: {count}"),
    "compare.dropped": ("不再检查、已豁免或转人工 {count} 项", "No longer asked, waived or left to a person: {count}"),
    "compare.states": ("（{before} → {after}）", "({before} → {after})"),
    "compare.absent": ("无此规则", "no such rule"),
    "help.compare": (
        "比较同一份报告的两稿：哪些问题解决了、哪些还在、哪些是新的\n"
        "退出码：0 没有达到 --fail-on 的新问题；1 有；2 新稿无法判定、文件读不出或用法不对。",
        "Compare two drafts of one report: which findings are resolved, remain, are new\n"
        "Exit codes: 0 nothing new at or above --fail-on; 1 new findings; 2 the new draft could not be judged, "
        "unreadable file or wrong usage.",
    ),
    "help.compare.files": (
        "旧稿和新稿：文档，或 check --format json 的结果",
        "old and new: drafts, or what check --format json gave",
    ),
    "help.compare.format": ("输出格式：text（默认）、json", "output format: text (default), json"),
    "help.compare.fail_on": (
        "哪一级新问题使退出码为 1：must（默认）、should、never",
        "which new findings give exit code 1: must (default), should, never",
    ),
    "settings.broken": (
        "设置文件不能使用：共 {count} 处错误",
        "the file of settings cannot be used; mistakes: {count}",
    ),
    "settings.unreadable": ("设置文件读不出：{reason}", "the file of settings cannot be read: {reason}"),
    "settings.default": ("默认", "default"),
    "settings.none": ("（未设置）", "(not set)"),
    "help.config": (
        "显示各项设置的取值和来源：环境变量、checker.yaml 或默认\n"
        "命令行选项优先于环境变量（CHECKER_PACK 等），其次是 checker.yaml（本文件夹或上级文件夹）。",
        "Show each setting, its value and where it comes from: variable, checker.yaml or default\n"
        "An option wins over a variable (CHECKER_PACK and so on), a variable over checker.yaml here or above.",
    ),
    "help.config.format": ("输出格式：text（默认）、json", "output format: text (default), json"),
    "help.watch": (
        "盯住这些文件，保存后重新检查，按 Ctrl-C 结束（退出码 130）",
        "watch the files and check them again when saved; Ctrl-C ends it (exit code 130)",
    ),
    "watch.waiting": ("正在等待文件改动，按 Ctrl-C 结束", "waiting for the files to change; Ctrl-C ends it"),
    "watch.stdin": ("--watch 不能用于标准输入", "--watch does not go with standard input"),
    "help.waivers": ("豁免清单（YAML），每条须写理由和责任人", "waivers (YAML), each with its reason and owner"),
}
