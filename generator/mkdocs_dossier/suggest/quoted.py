"""Names in scripts that have no capitals, as far as punctuation marks them: 《环球时报》, «…» in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(r"《([^《》\n]{2,30})》|「([^「」\n]{2,20})」|«([^«»\n]{2,40})»")
_NO_CAPITALS = frozenset("zh ja ko ar fa he hi th ur bn ta te ml kn my km lo ka am ps ckb yi dv".split())


def quoted_names(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand in quotation marks, in a language (BCP 47) whose script has no capitals."""
    if language.lower().partition("-")[0] not in _NO_CAPITALS:
        return
    for match in _QUOTED.finditer(text):
        number = match.lastindex or 1
        yield match.span(number)
