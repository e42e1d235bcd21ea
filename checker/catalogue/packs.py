"""Sentences about packs that extend packs, packs in archives, and lists of packs: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "rulebook.no-pack-file.zip": (
        "压缩包里没有 pack.yaml（可以放在最外层，或放在唯一的一个文件夹里）",
        "the archive holds no pack.yaml (at its root or in its one folder)",
    ),
    "rulebook.bad-archive": ("不是 zip 压缩包，或已损坏", "this is no zip archive, or it is damaged"),
    "rulebook.archive-too-large": ("压缩包太大：最多 {limit} MB", "the archive is too large: at most {limit} MB"),
    "rulebook.archive-too-many": (
        "压缩包里的文件太多：最多 {limit} 个",
        "too many files in the archive: at most {limit}",
    ),
    "rulebook.archive-inflates": (
        "压缩包解开后太大：最多 {limit} MB",
        "unpacked, the archive is too large: at most {limit} MB",
    ),
    "rulebook.archive-path": (
        "路径指向规则包之外或写法不规范，整个压缩包不读取",
        "the path leads out of the pack or is not written properly; nothing in the archive is read",
    ),
    "rulebook.archive-name": (
        "文件名里有看不见的字符，整个压缩包不读取",
        "the name holds invisible characters; nothing in the archive is read",
    ),
    "rulebook.archive-encoding": (
        "文件名不是 UTF-8 编码，整个压缩包不读取；请把文件名改成英文，或换一个压缩软件重新打包",
        "the name is not in UTF-8; nothing in the archive is read. Use English names or pack it with another program",
    ),
    "rulebook.archive-twice": ("压缩包里有两个同名的文件", "the archive holds two files of this name"),
    "rulebook.archive-link": (
        "是链接或特殊文件，不是普通文件，整个压缩包不读取",
        "this is a link or special file; nothing in the archive is read",
    ),
    "rulebook.archive-encrypted": ("加了密码，不能读取", "this is encrypted and cannot be read"),
    "rulebook.archive-method": (
        "压缩方法不支持，请用普通的 zip 格式重新打包",
        "the method of compression is not supported; pack it as an ordinary zip",
    ),
    "rulebook.archive-nested": (
        "压缩包里还有压缩包，整个压缩包不读取",
        "an archive inside the archive; nothing in it is read",
    ),
    "rulebook.at": ("{where}：{what}", "{where}: {what}"),
    "rulebook.extends-circle": ("互相继承成环：{names}", "they extend each other in a circle: {names}"),
    "rulebook.extends-too-deep": (
        "继承的层数太多：最多 {limit} 层",
        "too many packs extend each other: at most {limit}",
    ),
    "rulebook.zip-extends-path": (
        "压缩包里的规则包只能按名称继承，不能写路径“{name}”",
        "a pack in an archive may name another pack, but not a path such as “{name}”",
    ),
    "rulebook.foreign-template": (
        "这个模板没有继承所继承规则包的模板：请在 template.yaml 里写 extends: {name}",
        "this template does not extend the one of the pack that is extended: write extends: {name} in template.yaml",
    ),
    "rulebook.base-version": (
        "需要 {name} {wanted} 或更新的版本，现有的是 {version}",
        "{name} must be {wanted} or newer, but is {version}",
    ),
    "rulebook.same-id": (
        "所继承的规则包也叫“{name}”：两个规则包的 id 不能相同",
        "the pack that is extended is called “{name}” too: two packs cannot have one id",
    ),
    "rulebook.odd-key": ("“{name}”要单独写成一行，不用转义", "write “{name}” on a line of its own, without escapes"),
    "rulebook.changes-without-base": (
        "没有继承别的规则包，没有可以改动的规则：请在 pack.yaml 里写 extends，或删去 changes",
        "this pack extends none, so there is no rule to change: write extends in pack.yaml, or delete changes",
    ),
    "rulebook.inherited-id": (
        "所继承的规则包或模板里已经有{what}“{name}”",
        "there is a {what} “{name}” already in what is extended",
    ),
    "rulebook.inherited-rule.hint": (
        "要改动那条规则，写在 changes 里；要另立一条，换一个编号。",
        "To change that rule, write it in changes; for one of your own take another id.",
    ),
    "rulebook.inherited-part.hint": ("请换一个 id。", "Take another id."),
    "rulebook.inherited-concept.hint": (
        "要补充短语，写 {add: [短语]}；要另立一组，换一个名称。",
        "To add phrases, write {add: [phrase]}; for a concept of your own take another name.",
    ),
    "rulebook.inherited-key": (
        "继承的模板里不能再写“{name}”，它来自所继承的模板",
        "a template that extends another has its “{name}” from there",
    ),
    "rulebook.bad-addition": (
        "add 是补充已有词组，phrases 和 unless 是另立词组，不能同时写",
        "add goes on with a concept there is, phrases and unless define a new one: not both",
    ),
    "rulebook.nothing-to-add-to": (
        "所继承的模板里没有词组“{name}”，无从补充",
        "there is no concept “{name}” in what is extended to add to",
    ),
    "rulebook.phrase-swollen": (
        "补充后，词组“{name}”展开得太大，不能使用",
        "with this addition the concept “{name}” becomes too big to be used",
    ),
    "rulebook.changes-nothing": ("“{name}”与原来相同，没有改动什么", "“{name}” is what it was before: nothing changes"),
    "rulebook.change-without-values": (
        "没有写要改动什么：请写 severity、weight、parameters 等，或用 off 停用",
        "it does not say what changes: write severity, weight, parameters …, or off",
    ),
    "rulebook.change-of-off": (
        "规则 {name} 已停用，其他改动不起作用",
        "rule {name} is switched off: further changes have no effect",
    ),
    "rulebook.legal": (
        "法定要求不得降低：{rule} 依据{norm}，{how}",
        "what the law demands must not be lowered: {rule} rests on {norm}; {how}",
    ),
    "rulebook.legal.severity": ("不能从 {before} 改为 {after}", "it cannot go from {before} to {after}"),
    "rulebook.legal.off": ("不能停用", "it cannot be switched off"),
    "rulebook.legal.range": ("不能用 {name} 缩小适用范围", "{name} cannot make it apply to less"),
    "rulebook.legal.parameters": (
        "改动 {name} 后看不出要求没有降低",
        "with another {name} it cannot be seen to ask at least as much",
    ),
    "rulebook.legal.hint": (
        "地方的不同要求，请在 rules 里另写一条规则并注明本地依据；个别文档的特殊情形，用豁免处理。",
        "What is asked for locally is a rule of its own, on a basis of its own; a single document gets a waiver.",
    ),
    "rulebook.legal.no-basis": (
        "{rule} 依据上位规定，改得更严要写明本地依据（basis）",
        "{rule} rests on a norm from above; asking for more needs a basis of its own (basis)",
    ),
    "rulebook.said-twice": ("“{name}”写了两次：when 里外只能写一处", "“{name}” is said twice, inside when and outside"),
    "rulebook.rule-circle": ("规则互相等待，无法判断先后：{names}", "rules wait for each other in a circle: {names}"),
    "rulebook.no-such-day": ("没有 {day} 这一天", "there is no day {day}"),
    "rulebook.repealed-before": (
        "废止日期不晚于施行日期，这个依据从来没有效力",
        "it is repealed no later than it comes into force, and never holds",
    ),
    # lists of packs
    "packs.none": ("没有找到规则包", "no pack was found"),
    "packs.broken": (
        "不能使用：{count} 处错误（用 packs show 查看）",
        "cannot be used, mistakes: {count} (see packs show)",
    ),
    "packs.rules": ("规则 {count} 条", "rules: {count}"),
    "packs.counted": ("{count} 条，其中自己的 {own} 条：{severities}", "{count}, {own} of its own: {severities}"),
    "packs.off": ("停用 {count}", "off {count}"),
    "packs.extends": ("继承 {base}", "extends {base}"),
    "packs.place_here": ("当前文件夹 {path}", "working directory {path}"),
    "packs.place_user": ("用户文件夹 {path}", "user's folder {path}"),
    "packs.place_installed": ("随程序安装 {path}", "installed {path}"),
    "packs.hidden": ("按名称“{name}”先找到上面那一个", "by the name “{name}” the one above is found"),
    "packs.change": ("{rule} {name}：{what}", "{rule} {name}: {what}"),
    "packs.label_where": ("位置", "where"),
    "packs.label_extends": ("继承", "extends"),
    "packs.label_templates": ("模板", "template"),
    "packs.label_sha256": ("SHA-256", "SHA-256"),
    "packs.label_rules": ("规则", "rules"),
    "packs.label_verdict": ("结论", "verdict"),
    "packs.label_own": ("自己的规则", "own rules"),
    "packs.label_changes": ("改动", "changes"),
    "packs.label_words": ("补充词语", "added words"),
}
