"""Sentences about recognising text in pictures of pages: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "ocr.missing": (
        "没有安装文字识别组件，--ocr on 不能用",
        "--ocr on needs what recognises text, which is not installed",
    ),
    "ocr.install": (
        "用 pip install 'checker[ocr]' 安装（约 370 MB），或者改用 --ocr auto",
        "install it with pip install 'checker[ocr]' (370 MB), or use --ocr auto",
    ),
    "ocr.unusable": ("文字识别组件不能用：{reason}", "what recognises text cannot be used: {reason}"),
    "ocr.no_model": ("缺少模型 {name}", "the model {name} is missing"),
    "ocr.note": (
        "第 {pages} 页是图片，文字由程序识别，可能有错漏（把握最低 {lowest}%），请对照原件",
        "pages that are pictures were recognised, perhaps with errors and gaps (lowest confidence {lowest}%); "
        "compare with the original: {pages}",
    ),
    "ocr.failed": ("第 {pages} 页没有识别：{reason}", "pages that were not recognised: {pages}: {reason}"),
    "ocr.took_too_long": ("用时超过 {limit} 秒", "it took longer than {limit} seconds"),
    "ocr.verdict": (
        "第 {pages} 页的文字由程序从图片识别，可能有错漏，请对照原件核对后由人下结论。",
        "The text of pages {pages} was recognised in pictures and may have errors and gaps; "
        "a person must compare it with the original and decide.",
    ),
    "ocr.maybe": (
        "第 {pages} 页的文字由程序识别，可能有错漏，不能确定：{finding}",
        "the text of pages {pages} was recognised and may have errors and gaps, so this is uncertain: {finding}",
    ),
    "ocr.unsure": (
        "依据是把握不大的识别文字（第 {pages} 页，把握 {lowest}%），须对照原件：{finding}",
        "it rests on recognised text that is not sure (pages {pages}, confidence {lowest}%); "
        "compare with the original: {finding}",
    ),
    "ocr.unsure_absence": (
        "第 {pages} 页有把握不大的识别文字（把握 {lowest}%），那里有没有不能确定：{finding}",
        "pages {pages} hold recognised text that is not sure (confidence {lowest}%), so this is uncertain: {finding}",
    ),
    "ocr.place": ("{place}（识别文字，把握 {confidence}%）", "{place} (recognised, confidence {confidence}%)"),
    "help.ocr": (
        "扫描页要不要识别文字：auto（默认；装了识别组件就识别）、off（不识别）、on（一律识别，没有安装就报错）；识别出的文字只供核对，不会据以判定可报送",
        "whether pages that are pictures are recognised: auto (default; where that is installed), off, on (an error "
        "where it is not); recognised text helps to look and never makes a document ready",
    ),
}
