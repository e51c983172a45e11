"""WebPs: bits that nothing uses are nought, and every picture has the size that is said of it."""

from __future__ import annotations

from io import BytesIO
from struct import pack

import pytest
from PIL import Image

from mkdocs_dossier.images.clean import NotAPicture, cleaned
from tests.images.planted import saved, webp, webp_chunks


def _changed(given: bytes, name: bytes, at: int, value: bytes) -> bytes:
    """A picture in the first chunk of some name of which something is said differently."""
    made, done = [], False
    for found, body in webp_chunks(given[12:]):
        hit = found == name and not done
        made.append((found, body[:at] + value + body[at + len(value) :] if hit else body))
        done = done or hit
    return webp(made)


@pytest.mark.parametrize(
    ("name", "at", "value"),
    [(b"VP8X", 0, b"\xd3"), (b"VP8X", 1, b"kes"), (b"ANIM", 0, b"kest"), (b"ANMF", 15, b"\xfe")],
    ids=["what there is", "behind it", "the colour behind all", "how it is laid over"],
)
def test_bits_that_nothing_uses_are_nought(name: bytes, at: int, value: bytes) -> None:
    given = saved("WEBP", animation=True, mode="RGBA", lossless=True)
    before = dict(reversed(webp_chunks(given[12:])))[name][at]
    assert (
        cleaned(_changed(given, name, at, value)).content
        == cleaned(
            _changed(given, name, at, bytes((value[0] & 0x13 if name == b"VP8X" and at == 0 else before,)))
        ).content
    )


def test_what_lies_behind_transparency_goes_where_it_is_known_where_that_ends() -> None:
    head = b"\x10\0\0\0" + pack("<I", 39)[:3] + pack("<I", 23)[:3]
    coded = next(chunk for chunk in webp_chunks(saved("WEBP", quality=60)[12:]) if chunk[0] == b"VP8 ")
    hidden = bytes(range(240)) * 4
    plain = webp([(b"VP8X", head), (b"ALPH", b"\0" + hidden), coded])
    assert Image.open(BytesIO(plain)).convert("RGBA").getchannel("A").tobytes() == hidden
    for given in (b"\0" + hidden, b"\0" + hidden + b"kestrel", b"\xc0" + hidden):
        assert cleaned(webp([(b"VP8X", head), (b"ALPH", given), coded])).content == plain


@pytest.mark.parametrize(
    ("animation", "name", "at", "value"),
    [
        (False, b"VP8X", 4, b"\x26"),
        (True, b"ANMF", 6, b"\x26"),
        (True, b"ANMF", 0, b"\1"),
        (True, b"ANMF", 3, b"kes"),
    ],
    ids=["another size", "another size of a frame", "too far right", "a word"],
)
def test_a_picture_of_another_size_than_is_said_is_refused(animation: bool, name: bytes, at: int, value: bytes) -> None:
    given = saved("WEBP", animation=animation, mode="RGBA", lossless=True, exif=b"Exif\0\0MM\0*")
    with pytest.raises(NotAPicture, match="it is damaged"):
        cleaned(_changed(given, name, at, value))
