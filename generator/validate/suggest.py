"""Did you mean: the likeliest of the known names for one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MEANT = "did you mean "
"""With this a hint begins that names something close."""


def did_you_mean(unknown: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return `did you mean 'x'?`, or `otherwise` where nothing known is close."""
    names = list(known)
    folded = {name.lower(): name for name in names}
    close = get_close_matches(unknown.lower().replace(" ", "-"), folded, n=1, cutoff=0.7)
    close = close or get_close_matches(unknown.lower(), folded, n=1, cutoff=0.7)
    return f"{MEANT}'{folded[close[0]]}'?" if close else otherwise
