"""Bytes to text as browsers do it: by a byte order mark, by what the file or its sender declares (WHATWG labels), UTF-8
where that fits, and a guess by its letters for what declares nothing. A byte that fits nowhere is one `�`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mkdocs_dossier.imports.letters import guess_encoding

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.ASCII | re.IGNORECASE)
_HEAD = 4096
_LATIN = "cp1252"
_ESCAPE = b"\x1b$"
_GOOD = 10
"""How many letters in UTF-8 stand against one byte that is none."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: line breaks as `\\n`. encoding: Python's name. replaced: how many bytes fit nowhere."""

    text: str
    encoding: str
    replaced: int = 0

    @property
    def warning(self) -> str:
        """What the user should know, empty where nothing."""
        if not self.replaced:
            return ""
        what = "1 byte is" if self.replaced == 1 else f"{self.replaced} bytes are"
        return f"{what} no text in {self.encoding}, and became �; if that is wrong, name another with --encoding"


def decode(content: bytes, *, told: str = "", declares: bool = False, forced: str = "") -> str:
    """Return the text of `content`, as `decoded` does."""
    return decoded(content, told=told, declares=declares, forced=forced).text


def decoded(content: bytes, *, told: str = "", declares: bool = False, forced: str = "") -> Decoded:
    """Return the text of `content`. told: an encoding from elsewhere. declares: it may name one. forced: the user's."""
    if codec := _codec(forced):
        return _in(content, codec)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _in(content[len(mark) :], encoding)
    declared = _CHARSET.search(content[:_HEAD]) if declares else None
    if _ESCAPE in content and _try(content, "iso2022_jp") is not None:  # in bytes that are UTF-8 too
        return _in(content, "iso2022_jp")
    # Most texts are UTF-8, whatever they say; hardly any other happens to be valid UTF-8.
    if (text := _try(content, "utf-8")) is not None:
        return Decoded(_lines(text), "utf-8")
    for name in (told, declared[1].decode("ascii") if declared else ""):
        if codec := _codec(name):
            return _in(content, codec)
    nearly = _in(content, "utf-8")
    if nearly.replaced * _GOOD <= sum(char > "\x7f" for char in nearly.text) - nearly.replaced:
        return nearly
    return _in(content, guess_encoding(content))


def is_encoding(name: str) -> bool:
    """Whether a label names an encoding of text."""
    return bool(_codec(name))


def _codec(label: str) -> str:
    """Python's name of the encoding that browsers understand by a label; empty where it is none."""
    if not label.strip():
        return ""
    try:
        import webencodings
    except ImportError:  # without the extra, labels are read as Python reads them
        return _as_browsers(label)
    found = webencodings.lookup(label)
    return _as_browsers(found.codec_info.name) if found is not None else ""


_WIDER = {
    "iso8859-1": _LATIN,
    "ascii": _LATIN,
    "latin-1": _LATIN,
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
"""Encodings of which browsers read the wider one, by Python's name."""


def _as_browsers(label: str) -> str:
    try:
        info = codecs.lookup(label)
        codecs.decode(b"a", info.name)  # also codecs that make no text are found
    except (LookupError, ValueError, AssertionError, TypeError, AttributeError):
        return ""
    return _WIDER.get(info.name, info.name) if info._is_text_encoding else ""


def _in(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    before = content.count("\ufffd".encode()) if encoding == "utf-8" else 0
    return Decoded(_lines(text), encoding, max(0, text.count("\ufffd") - before))


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
