"""Bytes to text, in whatever encoding they are: as a byte order mark says, as the page says, UTF-8, Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.ASCII | re.IGNORECASE)
_HEAD = 4096
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}


def decode(content: bytes, *, told: str = "", declares: bool = False) -> str:
    """Return the text of `content`, line breaks as `\\n`. told: an encoding from elsewhere. declares: it may name one.

    What no encoding fits is read as Windows-1252, byte by byte, as browsers do.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lines(content[len(mark) :].decode(encoding, "replace"))
    declared = _CHARSET.search(content[:_HEAD]) if declares else None
    # Most pages are UTF-8, whatever they say; hardly any other text happens to be valid UTF-8.
    for name in ("utf-8", told, declared[1].decode("ascii") if declared else ""):
        text = _try(content, name)
        if text is not None:
            return _lines(text)
    return _lines(content.decode("cp1252", "replace"))


def _try(content: bytes, name: str) -> str | None:
    try:
        encoding = codecs.lookup(name).name
        return content.decode(_AS_BROWSERS_READ.get(encoding, encoding))
    except (LookupError, UnicodeError, ValueError, AssertionError):  # also codecs that make no text
        return None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
