"""Links as text, for as long as the extractor works: in signs of private use, which no other text is let to have."""

from __future__ import annotations

import re
from collections.abc import Iterator

_START, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
_SIGNS = re.compile("[\ue000-\ue002]")
_LINK = re.compile(f"{_START}([^{_MIDDLE}]*){_MIDDLE}([^{_END}]*){_END}")


def without_guards(text: str) -> str:
    """Return `text` without the signs that mark a link here."""
    return _SIGNS.sub("", text)


def guarded(address: str, text: str) -> str:
    """Return a link as text."""
    return f"{_START}{address}{_MIDDLE}{text}{_END}"


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of `text`, each with the address that it leads to or nothing."""
    end = 0
    for match in _LINK.finditer(text):
        yield without_guards(text[end : match.start()]), ""
        yield match[2], match[1]
        end = match.end()
    yield without_guards(text[end:]), ""
