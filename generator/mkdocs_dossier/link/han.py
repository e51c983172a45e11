"""Whether a name in Han characters is made of parts of other words: `其中国有` is 其中 and 国有, no 中国.

Chinese and Japanese put no space between words. So the text around a name is divided into words twice, in the likeliest
way there is and in the likeliest that keeps the name together; the name stands there if these are equally likely.
`data/han_words.txt` has the words and how unlikely each is; it comes from ICU, which browsers divide text by.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

FIRST_HAN = "\u2e80"
"""No Han character comes before."""

_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_AROUND = 4
"""So many characters on each side are looked at."""

_LONGEST = _AROUND + 1
"""So many characters the longest word has."""

_UNKNOWN = 200
"""How unlikely a character is that is no word of the list, as one word."""

_NAME = 80
"""How unlikely a name is: as a common word."""

_NEVER = 1 << 30


def is_cut_out(text: str, start: int, end: int) -> bool:
    """Tell whether the name `text[start:end]` is more likely the end of one word and the beginning of the next."""
    first, last = _run(text, start, end)
    around, start, end = text[first:last], start - first, end - first
    # Most names have no word across their ends, and this is quickly seen.
    if not _crosses(around, start, 0, end) and not _crosses(around, end, start + 1, len(around)):
        return False
    return _is_likelier_cut(around, start, end)


def _crosses(text: str, edge: int, first: int, last: int) -> bool:
    """Tell whether a word between `first` and `last` reaches over an end of the name, but not over the whole name."""
    words = _words()
    for i in range(max(first, edge - _AROUND), edge):
        for j in range(edge + 1, min(i + _LONGEST, last) + 1):
            if text[i:j] in words:
                return True
    return False


def _run(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the Han characters around a name, as far as they are looked at."""
    first, last = start, end
    if _HAN.match(text, start) is not None:
        while first > max(0, start - _AROUND) and _HAN.match(text, first - 1) is not None:
            first -= 1
    if _HAN.match(text, end - 1) is not None:
        while last < min(len(text), end + _AROUND) and _HAN.match(text, last) is not None:
            last += 1
    return first, last


def _is_likelier_cut(text: str, start: int, end: int) -> bool:
    """Tell whether the likeliest way to divide a text into words has one that reaches over one end of the name."""
    words = _words()
    free = [0] + [_NEVER] * len(text)  # how unlikely the beginning up to each character is
    whole = free.copy()  # likewise, if the name is kept together
    for i in range(len(text)):
        if i == start:
            free[end] = min(free[end], free[i] + _NAME)
            whole[end] = min(whole[end], whole[i] + _NAME)
        for j in range(i + 1, min(i + _LONGEST, len(text)) + 1):
            cost = words.get(text[i:j], _UNKNOWN if j == i + 1 else _NEVER)
            if cost == _NEVER:
                continue
            free[j] = min(free[j], free[i] + cost)
            if not (i < start < j < end or start < i < end < j):
                whole[j] = min(whole[j], whole[i] + cost)
    return free[-1] < whole[-1]


@cache
def _words() -> dict[str, int]:
    """Return how unlikely each word is. Each line has those of one likelihood."""
    lines = (files("mkdocs_dossier") / "data" / "han_words.txt").read_text(encoding="utf-8").splitlines()
    listed = (line.split() for line in lines if not line.startswith("#"))
    return {word: int(cost) for cost, *words in listed for word in words}
