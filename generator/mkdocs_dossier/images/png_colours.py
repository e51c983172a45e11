"""What a PNG says of its colours: each value is one that they can have, and written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.profile import rebuilt_profile
from mkdocs_dossier.images.png_chunks import PngChunk
from mkdocs_dossier.images.png_header import GREY, INDEXED, RGB, Header
from mkdocs_dossier.images.stored import stored, unpacked

_MOST_PROFILE = 8_000_000
_MOST_CHROMATICITY, _MOST_GAMMA = 0x1FFFF, 10_000_000
"""In units of 1/100000; a letter more than the second gives 16,777,216."""

_CODE_POINTS = 22
"""The last primaries and transfer characteristics of ITU-T H.273."""


def colours(header: Header, before: Mapping[bytes, bytes]) -> Iterator[PngChunk]:
    """Yield the chunks about colours, in an order that PNG allows. Raises `NotAPicture`.

    Args:
        before: Those that come before the picture, by name.
    """
    for name, kept in _SPACES.items():
        try:
            body = kept(before[name]) if name in before else None
        except NotAPicture:
            body = None  # the picture can be whole without it
        if body is not None:
            yield name, body
    palette = _palette(header, before.get(b"PLTE", b""))
    if palette:
        yield b"PLTE", palette
    transparent = _transparent(header, before.get(b"tRNS", b""), len(palette) // 3)
    if transparent:
        yield b"tRNS", transparent


def _code_points(body: bytes) -> bytes | None:
    primaries, transfer, matrix, full = points = Bytes(body).take(4)
    known = max(primaries, transfer) <= _CODE_POINTS and matrix == 0 and full <= 1
    return points if known else None


def _profile(body: bytes) -> bytes | None:
    reader = Bytes(body, body.find(b"\0") + 1)
    if reader.take(1) != b"\0":
        return None
    profile = rebuilt_profile(unpacked(body[reader.at :], _MOST_PROFILE))
    return None if profile is None else b"Colors\0\0" + stored(profile)


def _intent(body: bytes) -> bytes | None:
    intent = Bytes(body).take(1)
    return intent if intent[0] <= 3 else None


def _gamma(body: bytes) -> bytes | None:
    gamma = Bytes(body).take(4)
    return gamma if 0 < int.from_bytes(gamma, "big") <= _MOST_GAMMA else None


def _chromaticities(body: bytes) -> bytes | None:
    reader = Bytes(body)
    known = all(reader.number(4) <= _MOST_CHROMATICITY for _ in range(8))
    return body[: reader.at] if known else None


_SPACES: dict[bytes, Callable[[bytes], bytes | None]] = {
    b"cICP": _code_points,
    b"iCCP": _profile,
    b"sRGB": _intent,
    b"gAMA": _gamma,
    b"cHRM": _chromaticities,
}
"""Ways to say how colours are meant, and what is kept of each."""


def _palette(header: Header, body: bytes) -> bytes:
    """Return the colours by number: no more than a pixel can name. Other pictures need none."""
    if header.colours != INDEXED:
        return b""
    palette = body[: 3 << header.depth]
    if not palette or len(palette) % 3:
        raise NotAPicture("it is damaged")
    return palette


def _transparent(header: Header, body: bytes, entries: int) -> bytes:
    """Return how much each colour of the palette hides, or the one colour that hides nothing."""
    if header.colours == INDEXED:
        return body[:entries]
    samples = {GREY: 1, RGB: 3}.get(header.colours, 0)
    if samples == 0 or len(body) < 2 * samples:
        return b""
    most = (1 << header.depth) - 1
    numbers = (int.from_bytes(body[2 * at : 2 * at + 2], "big") & most for at in range(samples))
    return b"".join(number.to_bytes(2, "big") for number in numbers)
