"""The direction of text: characters that turn it must not reach beyond the value that holds them."""

from __future__ import annotations

_CLOSES = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_ALL = frozenset(_CLOSES) | {"\u202c", "\u2069"}


def balanced(text: str) -> str:
    """Return `text` in which every change of direction ends, and none ends that began elsewhere."""
    if _ALL.isdisjoint(text):
        return text
    kept: list[str] = []
    open_turns: list[str] = []
    for char in text:
        if char in _CLOSES:
            open_turns.append(_CLOSES[char])
        elif char in ("\u202c", "\u2069") and not _close(char, open_turns):
            continue
        kept.append(char)
    return "".join(kept + open_turns[::-1])


def _close(char: str, open_turns: list[str]) -> bool:
    """End a turn. The end of an isolate ends the embeddings in it; that of an embedding reaches no further."""
    if char == "\u202c" and open_turns[-1:] == [char]:
        open_turns.pop()
        return True
    if char == "\u2069" and char in open_turns:
        while open_turns.pop() != char:
            pass
        return True
    return False
