"""Sentences about reading files: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "reading.missing": ("找不到这个文件", "no such file"),
    "reading.missing_hint": ("请核对路径和文件名", "check the path and the name"),
    "reading.folder": ("这是文件夹，不是文件", "this is a folder, not a file"),
    "reading.folder_hint": ("请指定其中的文件", "name the files in it"),
    "reading.forbidden": ("没有读取这个文件的权限", "no permission to read this file"),
    "reading.forbidden_hint": (
        "请修改文件权限，或复制一份到有权限的文件夹",
        "change its permissions or copy it to where you may read",
    ),
    "reading.unreadable": ("读取文件时系统报错：{reason}", "the system cannot read this file: {reason}"),
    "reading.unreadable_hint": ("请把文件复制到本机磁盘后重试", "copy the file to a local disk and try again"),
    "reading.empty": ("文件是空的，没有任何内容", "the file is empty"),
    "reading.empty_hint": ("请核对是否选错文件，或重新导出", "check that it is the right file, or export it again"),
    "reading.too_large": ("文件超过 {limit} MB 的上限", "the file is larger than the limit of {limit} MB"),
    "reading.too_large_hint": (
        "请删去文件中的图片和附件，只留报告正文",
        "remove pictures and attachments and keep the report itself",
    ),
    "reading.too_long": (
        "文字有 {count} 个字符，超过 {limit} 个字符的上限",
        "the text has {count} characters, more than the limit of {limit}",
    ),
    "reading.too_long_hint": ("请核对文件，一份报告一个文件", "check the file: one report a file"),
    "reading.inflates": (
        "文件解压或展开后大得不正常，为安全起见没有读取",
        "the file unpacks to an abnormal size and was not read, for safety",
    ),
    "reading.inflates_hint": (
        "请把正文复制到新建文档，另存为 .docx 后重试",
        "copy the text into a new document, save it as .docx and try again",
    ),
    "reading.unsupported": ("{format}目前还不能直接检查", "{format}: cannot be checked directly yet"),
    "reading.unsupported_hint": (
        "请用 Word 或 WPS 打开，另存为 .docx（或 .txt）后再检查",
        "open it in Word or WPS, save it as .docx (or .txt) and check that",
    ),
    "reading.image": ("{format}里没有可供检查的文字", "{format}: holds no text that could be checked"),
    "reading.image_hint": (
        "请提供报告的电子文稿（.docx 或 .txt），不要用扫描件或照片",
        "provide the report itself as .docx or .txt, not a scan or photograph",
    ),
    "reading.archive": ("{format}里的文件需要先取出", "{format}: the files in it must be taken out first"),
    "reading.archive_hint": ("请解压后检查其中的报告文件", "unpack it and check the report in it"),
    "reading.encrypted": ("文件有打开密码，无法读取", "the file is protected by a password and cannot be read"),
    "reading.encrypted_hint": (
        "请在 Word 或 WPS 中取消打开密码，保存后重试",
        "remove the password in Word or WPS, save it and try again",
    ),
    "reading.damaged": ("文件已损坏：{reason}", "the file is damaged: {reason}"),
    "reading.damaged_hint": (
        "请重新下载或重新导出；若能用 Word 或 WPS 打开，请另存为 .docx 后重试",
        "download or export it again; if Word or WPS opens it, save it as .docx and try again",
    ),
    "reading.unknown_format": ("不认识的文件格式，也不是文本文件", "an unknown format, and no text either"),
    "reading.unknown_format_hint": (
        "请另存为 .docx、.txt、.md 或 .html 后再检查",
        "save it as .docx, .txt, .md or .html and check that",
    ),
    "reading.no_text": ("文件里没有读到文字", "no text was found in the file"),
    "reading.no_text_hint": (
        "如果正文是图片或扫描件，请提供可编辑的电子文稿",
        "if the report is a picture or a scan, provide the editable document",
    ),
    "reading.too_many_pages": (
        "有 {count} 页，超过 {limit} 页的上限",
        "it has {count} pages, more than the limit of {limit}",
    ),
    "reading.too_many_pages_hint": ("请核对文件，一份报告一个文件", "check the file: one report a file"),
    "reading.too_slow": (
        "读取超过 {limit} 秒的上限，已停止",
        "reading took longer than the limit of {limit} s and was stopped",
    ),
    "reading.too_slow_hint": (
        "请把正文复制到新建文档，另存为 .docx 后重试",
        "copy the text into a new document, save it as .docx and try again",
    ),
    "reading.scanned": (
        "各页都是图片，没有可读的文字（扫描件）",
        "its pages are pictures without any text that could be read (a scan)",
    ),
    "reading.scanned_hint": (
        "本程序不识别图片中的文字；请提供报告的电子文稿（.docx），或先用识别软件转成带文字的 PDF",
        "text in pictures is not recognised; provide the editable document (.docx), or a PDF with a text layer",
    ),
    "reading.no_character_map": (
        "字体没有字符对照表，文字无法读出（只见乱码）",
        "its fonts do not say which characters their shapes are, so the text cannot be read",
    ),
    "reading.no_character_map_hint": (
        "请提供报告的电子文稿（.docx），或用 Word、WPS 重新导出 PDF",
        "provide the editable document (.docx), or export the PDF again from Word or WPS",
    ),
    "reading.needs_libreoffice": (
        "{format}要经 LibreOffice 转换才能读取，本机没有找到它",
        "{format}: is read by way of LibreOffice, which was not found on this machine",
    ),
    "reading.needs_libreoffice_hint": (
        "请安装 LibreOffice，或用 Word、WPS 打开后另存为 .docx 再检查",
        "install LibreOffice, or open it in Word or WPS, save it as .docx and check that",
    ),
    "reading.reason.libreoffice": ("LibreOffice 打不开它", "LibreOffice cannot open it"),
    "reading.reason.doc": (
        "不是 Word 97—2003 格式，或内部结构不完整",
        "it is no Word 97–2003 document, or its structure is incomplete",
    ),
    "reading.note.converted": (
        "此文件经本机的 LibreOffice 转换后读取",
        "the file was read as the LibreOffice on this machine converts it",
    ),
    "reading.note.numbers": (
        "有 {count} 段使用自动编号，编号没有存成文字，未读到；安装 LibreOffice 或另存为 .docx 后可读到",
        "paragraphs with automatic numbers, which could not be read: {count}; install LibreOffice or save as .docx",
    ),
    "reading.too_much_memory": (
        "读取需要的内存超过 {limit} MB 的上限，已停止",
        "reading needs more memory than the limit of {limit} MB and was stopped",
    ),
    "reading.too_much_memory_hint": (
        "请把正文复制到新建文档，另存为 .docx 后重试",
        "copy the text into a new document, save it as .docx and try again",
    ),
    "reading.crashed": (
        "读取进程被这个文件弄崩了，文件没有读取，其余文件不受影响",
        "the process that read this file broke down; it was not read, other files are not affected",
    ),
    "reading.crashed_hint": (
        "请用 Word 或 WPS 打开，另存为 .docx 后再检查；若还是这样，请告诉维护者",
        "open it in Word or WPS, save it as .docx and check that; if it happens again, tell the maintainers",
    ),
    "reading.in_bundle": (
        "跳过 {name} 中 {count} 个不是文档的文件：{names}",
        "files in {name} left out because they are no documents: {count} ({names})",
    ),
    "help.limit": (
        "读取的上限，可多次给出：size（MB，默认 50）、pages（2000）、characters（20000000）、ratio（解压倍数，100）、"
        "seconds（60）、memory（另开进程时的 MB，2048）、files（压缩包内文件数，1000）",
        "a limit of reading, may be repeated: size (MB, 50 by default), pages (2000), characters (20000000), "
        "ratio (of unpacking, 100), seconds (60), memory (MB of a separate process, 2048), files (in an archive, 1000)",
    ),
    "help.isolate": (
        "是否在单独的、限内存和时间的进程里读取；多份文件时默认是，一份时默认否（--no-isolate 为否）",
        "read in a separate process of bounded memory and time; the default for several files, not for one "
        "(--no-isolate: never)",
    ),
    "help.read": (
        "显示从文件里读到了什么：标题、画像、大纲及位置、表格、略去的页眉页脚和导航。用来分辨是文件有问题还是读错了。\n"
        "退出码：0 全部读到；2 有文件或页面没有读到。",
        "Show what was read of files: title, profile, outline with places, tables, what was left out as furniture. "
        "It tells a fault of the draft from one of reading.\n"
        "Exit codes: 0 all was read; 2 a file or a page was not.",
    ),
    "help.read.format": ("输出格式：text（默认）、json", "output format: text (default), json"),
    "help.read.verbose": (
        "列出每一段、完整的表格和全部略去的内容",
        "show every paragraph, whole tables and all that was left out",
    ),
    "read.kind_annual_report": ("年度报告", "annual report"),
    "read.kind_work_summary": ("工作总结", "work summary"),
    "read.kind_other": ("不是年度报告", "no annual report"),
    "read.pages": ("{count} 页", "pages: {count}"),
    "read.paragraphs": ("{count} 段", "paragraphs: {count}"),
    "read.characters": ("{count} 字", "characters: {count}"),
    "read.outline": ("大纲（{count} 个标题）", "Outline (headings: {count})"),
    "read.tables": ("表格（{count} 个）", "Tables ({count})"),
    "read.table": ("{rows} 行 × {columns} 列，{place}", "{rows} rows × {columns} columns, {place}"),
    "read.furniture": (
        "略去的页眉、页脚、页码、导航等（{count} 处）",
        "Left out: heads, feet, page numbers, navigation ({count})",
    ),
    "read.more": ("另有 {count} 处，加 --verbose 列出", "{count} more; --verbose lists them"),
    "read.text": ("正文（{count} 块）", "Text (blocks: {count})"),
    "read.note": ("注意  ", "note  "),
    "cli.bad_limit": (
        "--limit 写成 名称=整数，名称可用 {names}，不是“{value}”",
        "--limit takes NAME=NUMBER with one of the names {names}, not {value!r}",
    ),
    "reading.nested": (
        "压缩包或邮件套了太多层，没有读取",
        "archives or messages inside each other too deeply; not read",
    ),
    "reading.nested_hint": ("请先解压，再检查其中的报告文件", "unpack it and check the report in it"),
    "reading.no_drafts": ("里面没有可以检查的文档", "it holds no document to check"),
    "reading.no_drafts_hint": (
        "请核对是否选错文件；图片、表格和隐藏文件不计",
        "check that it is the right file; pictures, workbooks and hidden files do not count",
    ),
    "reading.too_many_files": (
        "里面有 {count} 个文件，超过 {limit} 个的上限",
        "it holds {count} files, more than the limit of {limit}",
    ),
    "reading.too_many_files_hint": ("请分成几个压缩包", "split it into several archives"),
    "reading.reason.mail": ("邮件结构不完整", "its MIME structure is incomplete"),
    "reading.reason.pdf": ("不是完整的 PDF", "it is no complete PDF"),
    "reading.reason.page": ("第 {page} 页无法打开", "page {page} cannot be opened"),
    "reading.note.scans": (
        "第 {pages} 页是图片，没有可读的文字，没有检查",
        "pages that are pictures without text were not checked: {pages}",
    ),
    "reading.note.garbled": (
        "第 {pages} 页的字体没有字符对照表，文字读不出，没有检查",
        "pages whose fonts do not tell their characters were not checked: {pages}",
    ),
    "reading.reason.zip": ("压缩结构不完整", "its zip structure is incomplete"),
    "reading.reason.missing_part": ("缺少 {part}", "{part} is missing"),
    "reading.reason.part": ("{part} 无法解析", "{part} cannot be read"),
    "reading.reason.nesting": ("标签嵌套过深", "its tags are nested too deeply"),
    "reading.note.mismatch": (
        "文件名以 {suffix} 结尾，内容实际是{format}，已按实际格式读取",
        "the name ends in {suffix}, but the content is in another format, by which it was read: {format}",
    ),
    "reading.note.encoding": (
        "文字编码不能确定，按 {encoding} 读取，如有乱码请另存为 UTF-8",
        "the encoding is uncertain and was taken for {encoding}; if the text looks garbled, save it as UTF-8",
    ),
    "reading.note.undecodable": (
        "有 {count} 处字符无法识别（第 {lines} 行），以“\ufffd”代替，请核对原文",
        "unreadable characters: {count} (line {lines}), shown as “\ufffd”; check the original",
    ),
    "reading.note.controls": (
        "有 {count} 个不可见的控制字符，检查时已忽略",
        "invisible control characters were ignored: {count}",
    ),
    "reading.note.revisions": (
        "文中有 {count} 处修订尚未接受或拒绝，按全部接受后的内容检查",
        "tracked changes that are still open: {count}; the text was checked as if all were accepted",
    ),
    "reading.note.comments": (
        "文中留有 {count} 条批注，报送前请删除",
        "comments left in the document: {count}; remove them before submitting",
    ),
    "reading.note.hidden": (
        "文中有 {count} 处隐藏文字，读者看不到，没有检查",
        "hidden text in {count} places was not checked, because no reader sees it",
    ),
    "reading.note.pictures": (
        "文中有 {count} 个图片或图表，其中的文字没有检查",
        "pictures or charts: {count}; text in them was not checked",
    ),
    "reading.note.embedded": (
        "文中嵌入了 {count} 个其他文件，其内容没有检查",
        "other files embedded in the document: {count}; they were not checked",
    ),
    "reading.note.furniture": (
        "网页中有 {count} 处导航、页眉页脚等内容未计入正文",
        "parts of the page taken for navigation, header or footer and left out: {count}",
    ),
    "reading.note.no_main_text": (
        "网页中没有找到正文，读到的是页面上的其余文字",
        "no main text was found in the page; what was read is its other text",
    ),
    "reading.note.frames": (
        "网页嵌有 {count} 个子页面，其内容不在文件里，没有检查",
        "pages embedded by reference: {count}; they are not in the file and were not checked",
    ),
    "reading.format.txt": ("纯文本", "plain text"),
    "reading.format.md": ("Markdown 文本", "Markdown"),
    "reading.format.html": ("网页（HTML）", "a web page (HTML)"),
    "reading.format.docx": ("Word 文档（.docx）", "a Word document (.docx)"),
    "reading.format.doc": ("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"),
    "reading.format.pdf": ("PDF 文件", "a PDF file"),
    "reading.format.ofd": ("OFD 版式文件", "an OFD file"),
    "reading.format.rtf": ("RTF 文档", "an RTF document"),
    "reading.format.odt": ("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)"),
    "reading.format.mhtml": ("单文件网页（MHTML）", "a web archive (MHTML)"),
    "reading.format.word_xml": ("Word XML 文档", "a Word XML document"),
    "reading.format.xml": ("XML 文件", "an XML file"),
    "reading.format.workbook": ("电子表格", "a workbook"),
    "reading.format.slides": ("演示文稿", "a presentation"),
    "reading.format.image": ("图片文件", "a picture"),
    "reading.format.archive": ("压缩包", "an archive"),
    "reading.format.zip": ("压缩包（.zip）", "a zip archive"),
    "reading.format.eml": ("邮件（.eml）", "a message (.eml)"),
    "reading.format.encrypted": ("加密的 Office 文档", "an encrypted Office document"),
    "reading.format.ole": ("旧版 Office 文件", "an old Office file"),
}
