"""Text into Markdown: the one door through which a value goes into a page.

`render.py` sends every value that a template writes through `escape`; `prose.py` and `sentences.py` use the parts.
What comes out means the same to CommonMark, GFM and Python-Markdown, also with the usual extensions of the latter: a
backslash where all of them honour it, a character reference elsewhere. A template engine that reads the page after us
finds no braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_dossier.pages.bidi import balanced

_BLANK = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_BLANKS = re.compile(f"[ {_BLANK}]{{2,}}|[{_BLANK}]")
_SPECIAL = re.compile(r"[\\`*_{\[\]<>|~^@&#=+:]")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

_ALWAYS = {char: f"\\{char}" for char in "`*[#"} | {char: f"&#{ord(char)};" for char in "\\{|~^@"}
_ALWAYS |= {"<": "&lt;", ">": "&gt;"}
_SOMETIMES = {
    "_": (re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"), r"\_", "_"),  # inside a word it means nothing
    "]": (re.compile(r"\](?!:|$)"), r"\]", "&#93;"),  # Python-Markdown reads `[a\]: b` as a definition
    "&": (re.compile(r"&(?! )"), "&amp;", "&"),  # a lone one means nothing
    "+": (re.compile(r"\+(?=\+)"), r"\+", "+"),  # ++keys++
    "=": (re.compile(r"=(?==)"), "&#61;", "="),  # ==mark==
    ":": (re.compile(r":(?=//)|:(?!\d\d:)(?=[a-z0-9_+-]+:)"), "&#58;", ":"),  # https://, :emoji:, but not 10:30:00
}
"""A character, where it means something, what is written there, and what elsewhere."""

_FORMULA = re.compile(r"\$(?:[^$]*[^\s$])?\$")
"""$x$, US$5–US$6; but not $5 and $10."""

_BLOCK_START = re.compile(r"( ?)(?:([-+](?=[ +-]|$)|!!!)|(\d+)([.)](?=\s|$))|\\(\[)|(=|:(?=[\s:-]|$)|\?\?\?|///))")
"""Marks of lists, rules, underlined headings, formulas, admonitions, definitions. Digits of any script count."""


def escape(value: str) -> str:
    """Return Markdown that reads as the text `value`, on one line, wherever a page holds it."""
    text = escape_within(value)
    if not text[:1].isalpha():  # what begins a block begins with no letter; most texts do
        text = at_block_start(text)
    return f"{text[:-1]}\\!" if text.endswith("!") else text  # a link may follow, and make an image


def escape_within(value: str) -> str:
    """Return the same for a text that begins no line and before which, and behind which, the caller knows what is."""
    if not value.isprintable() or "  " in value:
        value = balanced(_BLANKS.sub(" ", value)).translate(_SURROGATES)
    if _SPECIAL.search(value):
        value = _SPECIAL.sub(_replacement, value)
    if "$" in value and _FORMULA.search(value):
        value = value.replace("$", "&#36;")
    if "www." in value or "WWW." in value:  # GitHub makes links of these
        value = value.replace("www.", "www&#46;").replace("WWW.", "WWW&#46;")
    return value


_VALUE = re.compile(r"%\((\w+)\)s|%%")


def with_values(text: str, values: Mapping[str, str]) -> str:
    """Return the Markdown of a text in which `%(name)s` stands for a value. values: Markdown already.

    Raises `KeyError` for a value that is not given.
    """
    parts: list[str] = []
    at = 0
    for found in _VALUE.finditer(text):
        parts += (escape_within(text[at : found.start()]), values[found[1]] if found[1] else "%")
        at = found.end()
    whole = "".join(parts) + escape_within(text[at:])
    if not whole[:1].isalpha():
        whole = at_block_start(whole)
    return f"{whole[:-1]}\\!" if whole.endswith("!") and at < len(text) else whole


def at_block_start(markdown: str) -> str:
    """Return inline Markdown such that it may begin a block."""
    return _BLOCK_START.sub(_guarded, markdown, count=1) if _BLOCK_START.match(markdown) else markdown


def _replacement(match: re.Match[str]) -> str:
    char = match[0]
    always = _ALWAYS.get(char)
    if always is not None:
        return always
    where, escaped, otherwise = _SOMETIMES[char]
    return escaped if where.match(match.string, match.start()) else otherwise


def _guarded(match: re.Match[str]) -> str:
    blank, mark, digits, stop, bracket, other = match.groups()
    if digits:
        return f"{blank}{digits}\\{stop}"
    if mark:
        return f"{blank}\\{mark}"
    first = bracket or other
    return f"{blank}&#{ord(first[0])};{first[1:]}"


def link(text: str, address: str) -> str:
    """Return a link. text: Markdown already."""
    return f"[{text}]({url(address)})"


_PLAIN_URL = re.compile(r"[A-Za-z0-9\-._~:/?#@!+,;=]*")
_NOT_IN_URL = re.compile(r"[^A-Za-z0-9\-._~:/?#@!&+,;=%]|%(?![0-9A-Fa-f]{2})")


def url(value: str) -> str:
    """Return an address as it may stand between the parentheses of a link; what could end it is percent-encoded."""
    if _PLAIN_URL.fullmatch(value):  # nearly all are, and this is the quickest way to know
        return value
    return with_host(_NOT_IN_URL.sub(_percent, value)).replace("&", "&amp;")


_HOST_IN_BRACKETS = re.compile(r"(https?://(?:[^/?#@]*@)?)%5B([0-9A-F:.]+)%5D", re.IGNORECASE)


def with_host(address: str) -> str:
    """Return a percent-encoded address with the brackets around its host, if that is an IPv6 address: browsers know it
    by them, and read no others as brackets there.
    """
    host = _HOST_IN_BRACKETS.match(address)
    return address if host is None else f"{host[1]}[{host[2]}]{address[host.end() :]}"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


_IN_CODE = re.compile(r"[\\`*_{\[\]<>|~^@&#$]|[=+:.](?=[^\s,;)])|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def code_span(text: str) -> str:
    """Return inline code, with tags: nothing can be escaped between backticks."""
    return f"<code>{_referenced(_BLANKS.sub(' ', text))}</code>"


def code_block(text: str, *, one_line: bool = False) -> str:
    """Return a block of code, with tags. one_line: without line breaks, for inside another block."""
    code = _referenced(text)
    return f"<pre><code>{code.replace(chr(10), '&#10;') if one_line else code}</code></pre>"


def _referenced(text: str) -> str:
    """Return text for where backslashes may count for themselves."""
    return balanced(_IN_CODE.sub(_reference, text)).translate(_SURROGATES)


def _reference(match: re.Match[str]) -> str:
    char = match[0]
    if char.isascii() and char.isprintable():
        return f"&#{ord(char)};"
    return " " if _BLANKS.fullmatch(char) else char
