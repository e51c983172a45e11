"""Addresses of the web and of mail: which may be linked to, and where they stand bare in a text.

`marked_prose.py` asks the first, `prose_builder.py` the second: no name is ever looked for inside an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINKED = re.compile(r"https?://[^/?#]|mailto:[^@?]+@", re.IGNORECASE)
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)

_LONGEST = 4_000
"""Characters. No browser and no server is sure to take more; and a page can name one address a thousand times."""

_REST = r"[^\s<>\"“”‘«»„。，、；：！？「」『』（）《》【】]"
"""What goes on with an address: also letters of any script, but not the quotes and stops that follow it in prose."""

_BARE = re.compile(
    rf"""
      (?<![A-Za-z0-9]) [A-Za-z][A-Za-z0-9+.-]{{1,15}} :// {_REST}+
    | (?<![A-Za-z0-9]) (?: www | WWW ) \. {_REST}+
    | (?<![A-Za-z0-9_.+-]) [A-Za-z0-9_.+-]{{1,64}} @ [A-Za-z0-9-]+ (?: \. [A-Za-z0-9-]+ )+
    | (?<![A-Za-z0-9_.@/-]) (?: [a-z0-9] [a-z0-9-]* \. )+ [a-z]{{2,24}} / {_REST}*
    """,
    re.VERBOSE,
)
_TAIL = ".,;:!?'’*_~"


def may_link(address: str) -> bool:
    """Tell whether a link may lead to `address` (normalised: decoded, then percent-encoded, so without controls)."""
    return len(address) <= _LONGEST and _LINKED.match(address) is not None


def is_web(address: str) -> bool:
    return _WEB.match(address) is not None


def is_local(address: str) -> bool:
    """Tell whether an address is that of a file, told from the one in which it stands."""
    return re.match(r"[/\\?#]|[^/?#]*:|\Z", address) is None


def bare_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses stand in `text`, without the punctuation of the sentence behind them."""
    if "/" not in text and "@" not in text and "www." not in text and "WWW." not in text:
        return
    for match in _BARE.finditer(text):
        end = match.start() + len(_without_tail(match[0]))
        yield match.start(), end


def _without_tail(address: str) -> str:
    """Cut closing punctuation, and brackets that were not opened inside."""
    while address:
        last = address[-1]
        if last in _TAIL or (last == ")" and address.count("(") < address.count(")")) or last in "]}>":
            address = address[:-1]
        else:
            break
    return address
