"""Formats that LibreOffice opens and this program does not: converted to .docx by it, and read as that.

It runs for itself: with a profile of its own in a folder that is removed afterwards, without macros, without links
being followed or a proxy that would lead anywhere, and for no longer than the limit. The draft is copied to that folder
because the program takes only files.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from time import monotonic

from checker.frozen import replace
from checker.reading import docx
from checker.reading.content import Content
from checker.reading.formats import recognise
from checker.reading.source import Source
from checker.texts import text

_NAMES = ("soffice", "libreoffice")
_FOLDERS = ("/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/snap/bin")
_PATTERNS = (
    ("/opt", "libreoffice*/program/soffice"),
    ("/Applications", "LibreOffice*.app/Contents/MacOS/soffice"),
    ("C:/Program Files", "LibreOffice*/program/soffice.com"),
)
# By name, so that a damaged file is refused instead of being taken for plain text.
_FILTERS = {
    "doc": (".doc", "MS Word 97"),
    "rtf": (".rtf", "Rich Text Format"),
    "odt": (".odt", "writer8"),
    "word_xml": (".xml", "MS Word 2003 XML"),
}
_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


@cache
def found() -> str | None:
    """Return the path of LibreOffice's program, None where there is none."""
    for name in _NAMES:
        for folder in (None, *_FOLDERS):
            path = shutil.which(name, path=folder)
            if path is not None:
                return path
    for root, pattern in _PATTERNS:
        programs = sorted(Path(root).glob(pattern), reverse=True)
        if programs:
            return str(programs[0])
    return None


def read(source: Source) -> Content:
    """Return what *source* shows when LibreOffice has converted it. Raises ReadError where it cannot."""
    program = found()
    if program is None:
        raise source.error("needs_libreoffice", format=recognise(source).name)
    with tempfile.TemporaryDirectory(prefix="checker-", ignore_cleanup_errors=True) as folder:
        data = _converted(source, program, Path(folder))
    content = docx.read(replace(source, data=data))
    return replace(content, notes=(text("reading.note.converted"), *content.notes))


def _converted(source: Source, program: str, folder: Path) -> bytes:
    suffix, kind = _FILTERS[recognise(source).id]
    draft = folder / f"draft{suffix}"
    draft.write_bytes(source.data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--nologo", "--norestore", "--nodefault", "--nolockcheck"),
        f"--infilter={kind}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(draft)),
    ]
    _run(source, command, folder)
    converted = folder / "out" / "draft.docx"
    if not converted.is_file() or converted.stat().st_size > source.limits.unpacked_bytes:
        raise source.error("damaged", reason=text("reading.reason.libreoffice"))
    return converted.read_bytes()


def _run(source: Source, command: list[str], folder: Path) -> None:
    """Run *command* for as long as the limit leaves; end it with all that it has started where it takes longer."""
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    left = source.started + source.limits.seconds - monotonic()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(max(left, 0))
        except subprocess.TimeoutExpired:
            raise source.error("too_slow", limit=f"{source.limits.seconds:g}") from None
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children, as far as the system knows groups of processes."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _registry() -> str:
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )
