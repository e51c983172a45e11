"""Cuts an article's text into sentences: evidence is shown by the sentence, and a date has its verb in one.

Every mark that may end a sentence is looked at once, with the word before it and the word behind it.
Where the text is not clear (`U.S. Kerry`), the sentence goes on: a long piece of evidence is better than
a torn one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mkdocs_dossier.model.prose import BLOCK_END

_CLOSERS = "\"'”’»›)\\]}」』】》）"
_OPENERS = "\"'“‘«‹([{„‚¿¡「『【《（*"
_WEST = ".!?…"
_EAST = "。！？｡؟۔।॥።։။។"
# Both kinds begin with one set: only so does the search pass over the letters in between at once. A row of western
# marks is looked at from its first: from each, a row of a million would be looked at a million times.
_MARK = re.compile(
    rf"[{_WEST}{_EAST}](?:(?<=[{_WEST}])(?<![{_WEST}]{{2}})[{_WEST}]*(?:[{_CLOSERS}]|\[\d+\]|[ \u00a0\u202f]»)*(?=\s)"
    rf"|(?<=[{_EAST}])[{_EAST}]*[{_CLOSERS}]*)"
)
_NEXT = re.compile(rf"\s+(?P<open>[{_OPENERS}]*)(?P<word>[^\W_]+|\S)")
_WORD = re.compile(r"[^\s\"“”«»‘()\[\]{}—–…/]*\Z")
_HAS_WORD = re.compile(r"[^\W_]")

_NEVER = frozenset(
    "mr mrs ms mx dr prof gen lt col maj adm capt cmdr cdr sgt cpl pvt brig sen sens rep reps gov govs "
    "pres st ste mt ft rev hon messrs mme mlle supt insp det amb dep asst vs v e.g i.e cf viz approx".split()
)
"""Before these a sentence never ends: a name or the rest of a phrase follows."""

_BEFORE_NUMBER = frozenset(
    "no nos art arts sec secs fig figs vol vols p pp ch chs par paras op ca c jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
"""Before a number these stand for a longer word."""

_UNCLEAR = frozenset(
    "jr sr inc ltd co corp bros plc llc esq etc ph.d u.s u.n u.k e.u d.c a.d b.c al mon tue wed thu".split()
)
"""A sentence may end here or go on: the next word decides."""

_SHORTENED = _NEVER | _BEFORE_NUMBER | _UNCLEAR | {"a.m", "p.m"}

_STARTERS = frozenset(
    "the a an in on at by for from with under after before during since despite although though while "
    "when where if as because unless until once but and yet so or nor he she it they we i you there "
    "here this that these those his her its their our my some many most several both all each every no "
    "none not only one two three four five ten dozens hundreds thousands however meanwhile moreover "
    "nevertheless still then also earlier later last next yesterday today tomorrow now according asked "
    "what who why how which to of officials police residents critics analysts activists witnesses "
    "rebels reports state following speaking instead indeed among between about more nearly".split()
)
"""Words that often open a sentence, and seldom follow an abbreviation with a capital letter."""

_SAID = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){0,4}(?:asked|said|says|told|wrote|added|replied|shouted|cried|demanded|wondered)\b"
)
_NAMES_TIME = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][DS]?T|CES?T|EES?T|BST|GMT|UTC)\b")
_LONGEST = 2_000
"""Characters of a sentence. The longest in a newspaper have half of it."""

_MOST = 60_000
"""Sentences of one article; what follows is cut into pieces of `_LONGEST`."""

_MOST_MARKS = 200_000
"""Marks in one block that may end a sentence."""

_ORDINAL_LANGUAGES = frozenset("de da nb nn no fi cs sk hu sl hr sr bs et lv is".split())


def split_sentences(text: str, lang: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of `text` in order, without white space around them.

    Args:
        text: Blocks separated by `BLOCK_END`, which no sentence crosses.
        lang: BCP 47.
    """
    ordinals = lang.lower().partition("-")[0] in _ORDINAL_LANGUAGES
    spans: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find(BLOCK_END, start)
        end = len(text) if end < 0 else end
        for first, last in _of_block(text, start, end, ordinals):
            spans += _pieces(text, first, last)
            if len(spans) > _MOST:
                spans += _pieces(text, _skip_space(text, last, end), end)
                break
        start = end + 1
    return tuple(spans)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is no sentence any more between words: it stands as evidence on the page of whatever it names."""
    while end - start > _LONGEST:
        stop = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        stop = start + _LONGEST if stop < 0 else stop
        yield start, stop
        start = _skip_space(text, stop, end)
    if start < end:
        yield start, end


def _of_block(text: str, start: int, end: int, ordinals: bool) -> Iterator[tuple[int, int]]:
    start = _skip_space(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    worded, looked = False, start
    for mark in islice(_MARK.finditer(text, start, end), _MOST_MARKS):
        at, stop = mark.span()
        if at < start or stop >= end:
            continue
        # Only what is new since the last mark: a row of a million marks must not be read a million times.
        new = max(start, looked)
        worded = worded or text[new].isalnum() or _HAS_WORD.search(text, new, at) is not None
        looked = at
        plainly = worded and _plainly_ends(text, start, at, stop)
        if plainly or (worded and _ends(text, start, end, mark, ordinals)):
            yield start, stop
            start = stop + 1 if plainly else _skip_space(text, stop, end)
            worded = False
    if start < end:
        yield start, end


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _plainly_ends(text: str, start: int, at: int, stop: int) -> bool:
    """Tell whether the mark `text[at:stop]` is one full stop, after an ordinary word, before one space and a capital.

    Most often it is so. `_ends` would say the same, but much later.
    """
    if stop != at + 1 or text[at : at + 2] != ". " or not text[at + 2].isupper():
        return False
    word = text[max(start, at - 30) : at].rpartition(" ")[2]
    return len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED


def _ends(text: str, start: int, end: int, mark: re.Match[str], ordinals: bool) -> bool:
    """Tell whether the sentence that began at `start` ends with this mark."""
    signs = mark.group()
    if signs[0] in _EAST:
        # 「…。」と言った: the quotation is only a part of its sentence.
        return text[mark.end()] not in "、，,とって" or signs[-1] in "。！？｡؟۔।"
    following = _NEXT.match(text, mark.end(), end)
    if following is None:
        return True
    word = following["word"]
    if word[0].islower() or word in "—–-&/,;:":
        return False
    if "." not in signs or signs[0] in "!?":
        return not (signs[-1] in "\"”’'»" and _SAID.match(text, mark.end(), end))
    if signs.startswith(".."):
        return True
    return _full_stop_ends(text, start, mark, following, ordinals)


def _full_stop_ends(text: str, start: int, mark: re.Match[str], following: re.Match[str], ordinals: bool) -> bool:
    last, signs = _word_before(text, start, mark.start()), mark.group()
    word, low = following["word"], last.lower().lstrip("'’")
    if len(signs) > 1 and signs[1] in "\"”’'»" and low not in _NEVER:
        return True
    if low in _NEVER:
        return False
    if low in _BEFORE_NUMBER and word[0].isdigit():
        return False
    if last.isdigit():
        # `1. First`, and in some languages `18. August`, number what follows.
        return mark.start() - len(last) != start and not (ordinals and len(last) < 3)
    if low in ("a.m", "p.m"):
        return _NAMES_TIME.match(text, following.start("word")) is None
    if low in _UNCLEAR or _is_initials(last):
        return word.lower() in _STARTERS or (bool(following["open"].strip("([{*")) and low in _UNCLEAR)
    return True


def _word_before(text: str, start: int, end: int) -> str:
    """Return the word that ends at `end`, or the last 30 characters of a longer one."""
    found = _WORD.search(text[max(start, end - 30) : end].rpartition(" ")[2])
    return found.group() if found is not None else ""


def _is_initials(word: str) -> bool:
    """Tell whether `word` (its last full stop taken off) is made of single letters: `F`, `V.V`, `U.S.S.R`."""
    return all(len(part) == 1 and part.isalpha() and not part.islower() for part in word.split("."))
