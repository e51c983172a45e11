"""Ways to write one name that differ in more than single letters: dots of initials, `Inc.`, `oe` for `ö`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INITIALS = re.compile(r"^(?:(?:[A-Z]\.[ -]?){2,3}|(?:[A-Z] ){2,3}|[A-Z]{2,3} )(?=[A-Z][a-z'’])")
_SINGLE = re.compile(r"(?<= )([A-Z])\.(?= )")
_ABBREVIATED = re.compile(r",? (Inc|Corp|Co|Ltd|Jr|Sr|Bros|Cos|plc|LLC|Plc|PLC)\.?$")
_WITH_E = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
_UMLAUT = re.compile("[" + "".join(_WITH_E) + "]")
_DIGRAPH = re.compile(r"(?<=[^\W\d_aeiouqAEIOUQ])([aou])e(?=[^\W\d_aeiouyl]\w*)|(?<!\w)([AOU])e(?=[^\W\d_aeiouyl]\w\w)")


def variants(name: str, *, is_person: bool) -> Iterator[str]:
    """Yield the ways to write a name, itself first."""
    seen = {name}
    yield name
    for one in (*_written_out(name), *(_of_initials(name) if is_person else ())):
        for other in _dotted(one):
            if other not in seen:
                seen.add(other)
                yield other


def _dotted(name: str) -> tuple[str, ...]:
    """With and without a comma and a dot at what stands behind a name."""
    found = _ABBREVIATED.search(name)
    if found is None or not found.start():
        return (name,)
    head, word = name[: found.start()], found[1]
    return f"{head} {word}", f"{head} {word}.", f"{head}, {word}.", f"{head}, {word}"


def _of_initials(name: str) -> Iterator[str]:
    found = _INITIALS.match(name)
    if found is not None:
        letters = [letter for letter in found[0] if letter.isalpha()]
        rest = name[found.end() :]
        dotted = [f"{letter}." for letter in letters]
        yield from (f"{mark.join(parts)} {rest}" for mark, parts in ((" ", dotted), ("", dotted), ("", letters)))
        yield f"{' '.join(letters)} {rest}"
    if _SINGLE.search(name):
        yield _SINGLE.sub(r"\1", name)


def _written_out(name: str) -> Iterator[str]:
    """`Jörg` is also written Joerg, and `Joerg` Jörg."""
    yield name
    if _UMLAUT.search(name):
        yield _UMLAUT.sub(lambda found: _WITH_E[found[0]], name)
    if _DIGRAPH.search(name):
        yield _DIGRAPH.sub(lambda found: found[1] or found[2], name)
