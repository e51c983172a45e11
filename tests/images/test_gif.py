"""GIFs: bits and bytes that nothing uses are nought, and both names of a loop are known."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from mkdocs_dossier.images.clean import cleaned
from tests.images.planted import gif_places, saved


def test_bits_that_nothing_uses_are_nought() -> None:
    given = saved("GIF", animation=True, mode="P")
    changed = bytearray(given)
    changed[12] = 0x6B  # how wide a pixel is
    for at in gif_places(given)[:-1]:
        if given[at : at + 2] == b"\x21\xf9":
            changed[at + 3] |= 0xE0
        elif given[at] == 0x2C:
            changed[at + 9] |= 0x18
    assert bytes(changed) != given
    assert cleaned(bytes(changed)).content == cleaned(given).content


def test_a_loop_of_the_other_name_is_one_too() -> None:
    given = saved("GIF", animation=True, mode="P")
    made = cleaned(given.replace(b"NETSCAPE2.0", b"ANIMEXTS1.0")).content
    assert made == cleaned(given).content
    assert Image.open(BytesIO(made)).info["loop"] == 3
