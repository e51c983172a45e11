"""Proposes the likeliest of the known names for one that is not known: "did you mean".

Names are compared in small Latin letters and digits alone, so that `关友飞`, `Guan Youfei` and `guan_youfei` all find
`guan-youfei`. Among tens of thousands of names only those are measured that share rare parts with the unknown one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeVar

from mkdocs_dossier.model.ids import slug

K = TypeVar("K")

MEANT = "did you mean "
"""With this a hint begins that names something close."""

CUTOFF = 0.7
"""How much of two names must be the same, of 1, for one to be a slip of the other."""

_SHOWN = 3
"""So many proposals at most."""

_WORK = 3_000
"""So many names are looked at, at most, for what they share with the unknown one."""

_MEASURED = 8
"""So many of these are measured letter by letter."""

_FEW = 40
"""Where there are no more names than this, as with the keys of a record, all of them are."""

_LONGEST = 120
"""Letters of a name that are compared."""


class Suggestions:
    """Ids, and other names by which they may be looked for: pairs of a name and its id."""

    def __init__(self, ids: Iterable[str], names: Iterable[tuple[str, str]] = ()) -> None:
        self._names = [*((id, id) for id in ids), *names]

    def nearest(self, unknown: str) -> tuple[tuple[str, str], ...]:
        """Return the likeliest names, each with its id; several where there is nothing to choose between them.

        In this order: the same name in another spelling, the same words in another order, a part of its words, a slip.
        """
        wanted, key = _words(unknown), _key(unknown)
        ways: tuple[Callable[[], Iterable[int]], ...] = (
            lambda: self._same.get(key, ()),
            lambda: self._reordered.get(tuple(sorted(wanted)), ()),
            lambda: self._with_words(wanted),
            lambda: self._close(key),
        )
        for way in ways:
            if key and (found := way()):
                return self._best(found)
        return ()

    def hint(self, unknown: str, *, otherwise: str = "") -> str:
        """Return `did you mean 'x'?`, or `otherwise` where nothing known is close."""
        found = self.nearest(unknown)
        shown = [f"'{id}'" if _key(name) in _key(id) else f"'{id}' ({name[:80]})" for name, id in found]
        return f"{MEANT}{' or '.join(shown)}?" if shown else otherwise

    def _best(self, found: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """Return the first name of each id."""
        by_id: dict[str, str] = {}
        for number in found:
            name, id = self._names[number]
            by_id.setdefault(id, name)
        return tuple((name, id) for id, name in by_id.items())[:_SHOWN]

    @cached_property
    def _keys(self) -> list[tuple[str, ...]]:
        return [_words(name) for name, _ in self._names]

    @cached_property
    def _same(self) -> dict[str, list[int]]:
        return _numbered((n, "".join(words)) for n, words in enumerate(self._keys))

    @cached_property
    def _reordered(self) -> dict[tuple[str, ...], list[int]]:
        return _numbered((n, tuple(sorted(words))) for n, words in enumerate(self._keys))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        return _numbered((n, word) for n, words in enumerate(self._keys) for word in dict.fromkeys(words))

    @cached_property
    def _by_part(self) -> dict[str, list[int]]:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._keys):
            for part in _parts("".join(words)):
                numbers[part].append(number)
        return numbers

    def _with_words(self, wanted: Sequence[str]) -> list[int]:
        """Return the names that have all of these words, where few have."""
        lists = sorted((self._by_word.get(word, []) for word in wanted), key=len)
        if not lists[0] or len(lists[0]) > _WORK or max(map(len, wanted)) < 3:
            return []
        found = [n for n in lists[0] if set(wanted) <= set(self._keys[n])]
        return found if len({self._names[n][1] for n in found}) <= _SHOWN else []

    def _close(self, key: str) -> list[int]:
        """Return the names that differ from `key` by a slip, if any do: those that differ least."""
        shared: Counter[int] = Counter()
        work = _WORK
        for numbers in sorted((self._by_part.get(part, []) for part in _parts(key)), key=len):
            if len(numbers) > work and shared:
                break
            shared.update(numbers[:_WORK])
            work -= len(numbers)
        if not shared and len(self._names) <= _FEW:  # `nmae` shares no three letters with `name`
            shared.update(range(len(self._names)))
        best = CUTOFF
        found: list[int] = []
        for number, _ in shared.most_common(_MEASURED if len(self._names) > _FEW else None):
            matcher = SequenceMatcher(None, key, "".join(self._keys[number]), autojunk=False)
            if matcher.quick_ratio() >= best and (likeness := matcher.ratio()) >= best:
                found = [number] if likeness > best else [*found, number]
                best = likeness
        return sorted(found)


def did_you_mean(unknown: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return `did you mean 'x'?`, or `otherwise` where nothing known is close."""
    return Suggestions(known).hint(unknown, otherwise=otherwise)


def _words(name: str) -> tuple[str, ...]:
    return tuple(slug(name[:_LONGEST], longest=_LONGEST).split("-")) if name else ()


def _key(name: str) -> str:
    return "".join(_words(name))


def _parts(key: str) -> set[str]:
    """Three letters in a row; the ends of a name count as letters."""
    marked = f"^{key}$"
    return {marked[n : n + 3] for n in range(len(marked) - 2)}


def _numbered(pairs: Iterable[tuple[int, K]]) -> dict[K, list[int]]:
    numbers: defaultdict[K, list[int]] = defaultdict(list)
    for number, key in pairs:
        numbers[key].append(number)
    return numbers
