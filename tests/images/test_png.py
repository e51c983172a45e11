"""PNGs: what they say of their colours stays where it can be so, and animations keep to their picture."""

from __future__ import annotations

import zlib
from io import BytesIO
from itertools import product
from struct import pack

import pytest
from PIL import Image

from mkdocs_dossier.images.clean import NotAPicture, cleaned
from tests.images.planted import chunk, png, png_chunks, saved

COLOURS = {
    b"cICP": bytes((9, 16, 0, 1)),
    b"sRGB": b"\1",
    b"gAMA": pack(">I", 45455),
    b"cHRM": pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000),
}


def _with(given: bytes, name: bytes, body: bytes) -> bytes:
    """Another chunk behind the header."""
    first, *others = png_chunks(given)
    return png([first, (name, body)], others)


@pytest.mark.parametrize("name", COLOURS)
def test_what_a_png_says_of_its_colours_stays(name: bytes) -> None:
    given = _with(saved("PNG"), name, COLOURS[name])
    assert cleaned(given).content == given


@pytest.mark.parametrize(
    ("mode", "given", "kept"), [("L", b"ke", b"\0e"), ("RGB", b"kestre", b"\0e\0t\0e"), ("RGBA", b"kestre", None)]
)
def test_the_colour_that_hides_nothing_is_one_that_pixels_can_have(mode: str, given: bytes, kept: bytes | None) -> None:
    made = cleaned(_with(saved("PNG", mode=mode), b"tRNS", given)).content
    assert dict(png_chunks(made)).get(b"tRNS") == kept


@pytest.mark.parametrize("change", [-1, 1])
def test_a_png_with_other_rows_than_it_says_is_refused(change: int) -> None:
    given = saved("PNG")
    with pytest.raises(NotAPicture, match="it is damaged"):
        cleaned(given[:20] + (24 + change).to_bytes(4, "big") + given[24:])


def test_interlaced_pngs_of_all_sizes_stay_whole() -> None:
    """Of the seven passes (8.1), small pictures have only some."""
    nth = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"]
    for width, height, bits in product(range(1, 10), range(1, 10), (1, 8)):
        length = 0
        for one in "1234567":
            rows = [sum(nth[y % 8][x % 8] == one for x in range(width)) for y in range(height)]
            length += sum(1 + (pixels * bits + 7) // 8 for pixels in rows if pixels)
        head = pack(">II", width, height) + bytes((bits, 0, 0, 0, 1))
        given = png([(b"IHDR", head), (b"IDAT", zlib.compress(bytes(length))), (b"IEND", b"")])
        assert cleaned(given).content == given
        assert set(Image.open(BytesIO(given)).convert("L").tobytes()) == {0}


def _changed_animation(frame: int, at: int, value: bytes) -> bytes:
    """An animation in one of whose frames something is said differently."""
    given, seen = [], -1
    for name, body in png_chunks(saved("PNG", animation=True)):
        seen += name == b"fcTL"
        changed = name == b"fcTL" and seen == frame
        given.append((name, body[:at] + value + body[at + len(value) :] if changed else body))
    return png(given)


@pytest.mark.parametrize(
    ("at", "value"),
    [(4, pack(">I", 41)), (8, pack(">I", 0)), (12, pack(">I", 39)), (16, b"kest"), (24, b"\3"), (25, b"\2")],
    ids=["too wide", "without height", "too far right", "a word", "what follows it", "how it is laid over"],
)
def test_an_animation_whose_frames_cannot_be_so_is_refused(at: int, value: bytes) -> None:
    with pytest.raises(NotAPicture, match="it is damaged"):
        cleaned(_changed_animation(1, at, value))


def test_an_animation_that_is_played_more_often_than_anyone_sees_is_played_for_long() -> None:
    often = [
        (name, body[:4] + b"kest" if name == b"acTL" else body)
        for name, body in png_chunks(saved("PNG", animation=True))
    ]
    made = dict(png_chunks(cleaned(png(often)).content))
    assert made[b"acTL"] == pack(">II", 3, 65_535)


def test_a_png_with_more_in_its_frames_than_a_browser_can_hold_is_refused_before_it_is_unpacked() -> None:
    size = pack(">II", 10_000, 10_000)
    control = chunk(b"fcTL", bytes(4) + size + bytes(14))
    head = chunk(b"IHDR", size + bytes((8, 6, 0, 0, 0)))
    animation = control + chunk(b"fdAT", bytes(4) + b"x")
    given = b"\x89PNG\r\n\x1a\n" + head + chunk(b"acTL", bytes(8)) + control + chunk(b"IDAT", b"x") + animation * 2
    with pytest.raises(NotAPicture, match="its pictures have 1200030000 bytes, and at most 1073741824 are taken"):
        cleaned(given + chunk(b"IEND", b""))
