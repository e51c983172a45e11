"""The colour profile of a picture, made anew from the numbers by which colours are computed.

A profile says far more than these: who made it and when, for which device, with what program, and whatever a tag of
one's own holds. So none is copied. What browsers compute with is read as numbers, each of which must be one that
colours can have, and written below a header that is the same for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.container import Container, read_container, write_container
from mkdocs_dossier.images.icc.curves import rewritten_curve
from mkdocs_dossier.images.icc.numbers import rewritten_cicp, rewritten_numbers
from mkdocs_dossier.images.icc.pipeline import rewritten_pipeline
from mkdocs_dossier.images.icc.table import rewritten_table

_OPTIONAL: Mapping[bytes, Callable[[bytes], bytes]] = {
    b"wtpt": lambda body: rewritten_numbers(body, b"XYZ ", 3),
    b"chad": lambda body: rewritten_numbers(body, b"sf32", 9),
    b"cicp": rewritten_cicp,
}
"""What any profile may have, and none must: the white, how it was adapted, and the code points of video."""

_SHAPERS = {
    b"RGB ": ((b"rXYZ", b"gXYZ", b"bXYZ"), (b"rTRC", b"gTRC", b"bTRC")),
    b"GRAY": ((), (b"kTRC",)),
}
"""By the space of the colours: the tags of the primaries, and those of the curves."""

_CHANNELS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_INPUT = b"scnr"


def rebuilt_profile(content: bytes) -> bytes | None:
    """Return a profile by which colours look the same, or None where there is none in `content`."""
    try:
        given = read_container(content)
        kind, colours = _colours(given)
    except NotAPicture:
        return None
    return write_container(Container(given.version, kind, given.space, given.pcs, _common(given) | colours))


def _common(given: Container) -> dict[bytes, bytes]:
    """Return the tags that need not be there: one that is damaged is not."""
    made: dict[bytes, bytes] = {}
    for name, rewrite in _OPTIONAL.items():
        if name in given.tags:
            with suppress(NotAPicture):
                made[name] = rewrite(given.tags[name])
    return made


def _colours(given: Container) -> tuple[bytes, dict[bytes, bytes]]:
    """Return the kind of device that needs no more tags than these, and the tags. Raises `NotAPicture`.

    A table where there is one, and of several the one that browsers take; otherwise primaries and curves.
    """
    name = next((name for name in (b"A2B0", b"A2B1") if name in given.tags), None)
    if name is None:
        return given.kind, _shaper(given)
    body, channels = given.tags[name], _CHANNELS[given.space]
    rewrite = rewritten_pipeline if Bytes(body).take(4) == b"mAB " else rewritten_table
    return _INPUT, {b"A2B0": rewrite(body, channels, given.pcs)}


def _shaper(given: Container) -> dict[bytes, bytes]:
    """Primaries and curves."""
    primaries, curves = _SHAPERS.get(given.space, ((), ()))
    if not curves or (primaries and given.pcs != b"XYZ ") or not given.tags.keys() >= {*primaries, *curves}:
        raise NotAPicture("its colour profile says nothing of colours")
    return {
        **{name: rewritten_numbers(given.tags[name], b"XYZ ", 3) for name in primaries},
        **{name: rewritten_curve(Bytes(given.tags[name])) for name in curves},
    }
