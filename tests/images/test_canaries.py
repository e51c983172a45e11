"""Words wherever a picture's file can hold them: none is left, and each picture is the same and seen as long."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from mkdocs_dossier.images.clean import NotAPicture, cleaned
from tests.images.planted import PLANTED, exif, saved
from tests.images.profiles import CANARY


def _animation(content: bytes) -> list[tuple[Any, ...]]:
    """Each picture of a file, with how long it is seen; first how often all of them are."""
    image = Image.open(BytesIO(content))
    seen: list[tuple[Any, ...]] = [(image.size, image.info.get("loop"))]
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        seen.append((image.convert("RGBA").tobytes(), image.info.get("duration")))
    return seen


def _words(content: bytes) -> bytes:
    """Everything that a reader of the file could find as text: what is compressed, too."""
    found = [content]
    for at in range(len(content)):
        if content[at : at + 1] == b"x":
            try:
                found.append(zlib.decompressobj().decompress(content[at:], 100_000))
            except zlib.error:
                continue
    return b"".join(found)


@pytest.mark.parametrize("form", PLANTED)
@pytest.mark.promise("pictures")
def test_no_word_passes_wherever_it_stands_and_the_picture_is_the_same(form: str) -> None:
    planted = PLANTED[form]()
    assert len(planted) > 50
    left: list[str] = []
    changed: list[str] = []
    refused: list[str] = []
    for place, (given, plain) in planted.items():
        assert b"kest" in _words(given), place
        try:
            made = cleaned(given).content
        except NotAPicture:
            refused.append(place)
            continue
        if CANARY in _words(made) or b"kest" in made:
            left.append(place)
        if _animation(made) != _animation(plain):
            changed.append(place)
        assert cleaned(made).content == made, place
    assert (left, changed) == ([], [])
    assert refused == []


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("animation", [False, True])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_which_side_is_up_stays(form: str, animation: bool, orientation: int) -> None:
    if animation and form == "JPEG":
        return
    given = saved(form, animation=animation, exif=b"Exif\0\0" + exif(orientation))
    made = cleaned(given).content
    said = dict(Image.open(BytesIO(made)).getexif())
    assert said == ({} if orientation == 1 else {0x0112: orientation})
    assert CANARY not in made
    assert _animation(made) == _animation(given)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [0, 9, 0x6B65])
def test_a_number_that_is_no_side_is_left_out(form: str, orientation: int) -> None:
    assert not dict(Image.open(BytesIO(cleaned(saved(form, exif=b"Exif\0\0" + exif(orientation))).content)).getexif())
