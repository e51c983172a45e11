"""In which direction a language is written."""

from __future__ import annotations

from typing import Literal

_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks lrc mzn nqo pnb ps sd syr ug ur yi".split())
_SCRIPTS = frozenset("adlm arab hebr mand nkoo rohg samr syrc thaa".split())
"""Scripts (ISO 15924) that are written from right to left."""


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return the direction of a language (BCP 47): of its script where the tag names one, else of the usual one."""
    first, *more = language.lower().replace("_", "-").split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), None)
    is_right_to_left = first in _RIGHT_TO_LEFT if script is None else script in _SCRIPTS
    return "rtl" if is_right_to_left else "ltr"
