"""Where a word may end and the next begin, in any script: `matcher` asks on both sides of a name.

Where words stand apart, letters bound letters. Scripts without spaces give other signs of what belongs together, and
these are heeded: no syllable is cut, and katakana bounds katakana. For Han see `han`.
"""

from __future__ import annotations

import re

_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Kana, Han."""

_FIRST = "\u0e00"
"""No script that comes before is written without spaces."""

_IN_SYLLABLE = re.compile(
    "[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]."  # vowels written before their consonant; what stacks the next one
    "|[\u0f40-\u0fbc][\u0f40-\u0fbc]"  # Tibetan, which has a dot between syllables
    "|.(?:[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]"  # Thai vowels and tones
    "|[\u0eb0-\u0ebc\u0ec8-\u0ece]"  # Lao
    "|[\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d]"
    "|[\u17b4-\u17d3\u17dd]"  # Khmer
    "|[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c"  # a consonant that is not spoken ends a syllable: ร์, ติ์
    "|[\u0e81-\u0eae\u0edc\u0edd]\u0ecc"
    "|[\u1000-\u1021]\u1037?[\u1039\u103a])",  # one without a vowel, likewise
    re.DOTALL,
)

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d]")
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_LENGTHENED = "\u30fc\uff70\u3099\u309a\u309b\u309c\uff9e\uff9f"
"""Marks that belong to the kana before them: long vowels, voiced sounds."""


def is_break(text: str, at: int) -> bool:
    """Tell whether a word may end and another begin between two characters of a folded text, the second of them at
    `at`.
    """
    before, after = text[at - 1], text[at]
    apart = not (_in_word(before) and _in_word(after))
    if before < _FIRST and after < _FIRST:
        return apart
    if _IN_SYLLABLE.match(text, at - 1) is not None or _in_kana_word(text, at):
        return False
    return apart or _SPACELESS.match(before) is not None or _SPACELESS.match(after) is not None


def is_katakana(text: str, at: int) -> bool:
    """Tell whether the character at `at`, or the one that it lengthens, is katakana."""
    while at > 0 and text[at] in _LENGTHENED:
        at -= 1
    return _KATAKANA.match(text, at) is not None


def _in_kana_word(text: str, at: int) -> bool:
    if text[at] in _LENGTHENED:
        return _KANA.match(text, at - 1) is not None
    return _KATAKANA.match(text, at) is not None and is_katakana(text, at - 1)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
