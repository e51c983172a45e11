"""Folding: what two spellings of a name may differ in and still be the same name.

Diacritics, apostrophes, hyphen, dash or space, invisible characters, and runs of spaces do not count; letter case does.
Nor does it count how letters are put together or printed: `ﬃ`, full-width forms, `æ`, `ß`; or which of the Arabic and
Persian forms of a letter stands there.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from mkdocs_dossier.model.prose import BLOCK_END

_UNDECOMPOSED = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H"}
_UNDECOMPOSED |= {"ð": "d", "Ð": "D", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
_UNDECOMPOSED |= {"ى": "ي", "ی": "ي", "ے": "ي", "ة": "ه", "ہ": "ه", "ک": "ك", "ٱ": "ا"}
_PRINTED = re.compile("<(?:wide|compat|font|initial|medial|final|isolated)>")
"""How Unicode marks letters that are others in another form."""
_APOSTROPHES = "'’‘ʼʹ′`´＇ʻʿʾ"
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")


class _Table(dict[int, str]):
    """One character to one, to none, or to several; filled as characters turn up."""

    def __init__(self) -> None:
        super().__init__()
        self.several: set[str] = set()
        """Those that turned up and become several."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        if len(folded) > 1:
            self.several.add(chr(code))
        return folded


def _folded(letter: str) -> str:
    if letter == BLOCK_END:
        return letter
    if letter in _APOSTROPHES:
        return "'"
    category = unicodedata.category(letter)
    if category in ("Pd", "Zs", "Cc", "Zl", "Zp") or letter == "−":
        return " "
    if category == "Cf" or _MARKS.match(letter):
        return ""
    if category[0] in "LN" and _PRINTED.match(unicodedata.decomposition(letter)):
        return "".join(map(_folded, unicodedata.normalize("NFKC", letter)))
    base, *marks = list(unicodedata.normalize("NFD", letter))
    # Not every mark: without its mark a Kana or a Thai letter is another letter.
    if marks and all(_MARKS.match(mark) for mark in marks):
        return _UNDECOMPOSED.get(base, base)
    return _UNDECOMPOSED.get(letter, letter)


_RUN = re.compile(f"[^\\S{BLOCK_END}]{{2}}")
"""White space that runs together, of whatever kind."""

_TABLE = _Table()
_ASCII = {code: _folded(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    Attributes:
        offsets: For each of its characters, and its end, the offset in the original; None: the same.
    """

    text: str
    offsets: array[int] | None = None

    def original(self, offset: int) -> int:
        return offset if self.offsets is None else self.offsets[offset]


def fold_text(text: str) -> Folded:
    """Fold a text that matches are looked for in (NFC)."""
    # A table is looked up letter by letter but in ASCII, where it is quick; so each block is taken by itself.
    folded = BLOCK_END.join([block.translate(_ASCII if block.isascii() else _TABLE) for block in text.split(BLOCK_END)])
    if len(folded) == len(text) and _RUN.search(text) is None and (text.isascii() or not _is_shifted(text)):
        return Folded(folded)
    return _fold_unevenly(text)


def _is_shifted(text: str) -> bool:
    """Whether a character becomes several, so that another may have gone and the length be the same by chance."""
    return any(letter in text for letter in _TABLE.several)


def _fold_unevenly(text: str) -> Folded:
    letters: list[str] = []
    offsets = array("l")
    space = False
    for offset, original in enumerate(text):
        folded = _TABLE[ord(original)]
        if folded and not (space and original.isspace()):
            letters.append(folded)
            offsets.extend([offset] * len(folded))
        # Only white space runs together: ' – ' stays apart from ' '.
        space = original.isspace() and folded == " " if folded else space
    offsets.append(len(text))
    return Folded("".join(letters), offsets)


def fold_phrase(phrase: str) -> str:
    """Fold a name that is looked for."""
    return fold_text(" ".join(unicodedata.normalize("NFC", phrase).split())).text.strip(" ")
