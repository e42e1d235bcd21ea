"""Messages (.eml) and saved web archives (.mhtml): the parts of a MIME message (RFC 2045), decoded.

The parser of the standard library is asked for its oldest, most forgiving behaviour; what it raises for hostile input
becomes one error.
"""

from __future__ import annotations

import email
import email.header
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message
from posixpath import basename

from checker.frozen import dataclass, replace
from checker.reading import html
from checker.reading.content import Content
from checker.reading.source import Source
from checker.texts import text

_MOST_PARTS = 5_000
_DEEPEST = 100  # boundaries that may be open at once


@dataclass(frozen=True, slots=True)
class Part:
    """One part that is no container: its type, the name it is sent under (or none), and its bytes."""

    kind: str
    name: str | None
    data: bytes


def read(source: Source) -> Content:
    """Return the page of a web archive. Raises ReadError where there is none."""
    for part in parts(source):
        if part.kind in ("text/html", "application/xhtml+xml"):
            return html.read(replace(source, data=part.data))
    raise source.error("damaged", reason=text("reading.reason.mail"))


def parts(source: Source) -> Iterator[Part]:
    """Yield the parts of the message *source* in order. Raises ReadError where it cannot be taken apart."""
    if source.data.lower().count(b"boundary=") > _DEEPEST:
        raise source.error("inflates")
    try:
        message = email.message_from_bytes(source.data)
        for number, part in enumerate(_leaves(message)):
            if number > _MOST_PARTS:
                raise source.error("inflates")
            source.check_time()
            yield _part(part)
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError, AssertionError) as error:
        raise source.error("damaged", reason=text("reading.reason.mail")) from error


def _leaves(message: Message) -> Iterator[Message]:
    """Yield what holds content; an attached message is content as a whole."""
    payload = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(payload, list):
        for part in payload:
            if isinstance(part, Message):
                yield from _leaves(part)
    else:
        yield message


def _part(message: Message) -> Part:
    kind = message.get_content_type()
    payload = message.get_payload() if kind == "message/rfc822" else message.get_payload(decode=True)
    if isinstance(payload, list):
        data = payload[0].as_bytes() if payload and isinstance(payload[0], Message) else b""
        return Part(kind, (_name(message) or "message") + ".eml", data)
    return Part(kind, _name(message), payload if isinstance(payload, bytes) else b"")


def _name(message: Message) -> str | None:
    """Return the name of an attachment; the bytes of one that is not encoded as it should be are tried as text."""
    given = message.get_filename()
    if not given:
        return None
    pieces: list[str] = []
    for piece, charset in email.header.decode_header(given):
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        for encoding in (charset or "utf-8", "utf-8", "gb18030", "latin-1"):
            try:
                pieces.append(piece.decode(encoding))
                break
            except (UnicodeDecodeError, LookupError):
                continue
    raw = "".join(pieces)
    with suppress(UnicodeError):  # it was decoded already
        raw = raw.encode("ascii", "surrogateescape").decode("gb18030")
    return basename(raw.replace("\\", "/")) or None
