"""Pictures of all kinds, made and read again by Pillow: the same picture, and not a word about it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin

from mkdocs_dossier.images.clean import NotAPicture, cleaned
from tests.images.planted import exif, saved
from tests.images.profiles import PROFILES
from tests.images.test_jpeg import ARITHMETIC

CANARY = "kestrel-in-the-attic"
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}


def _picture(form: str, *, orientation: int = 6, **more: object) -> bytes:
    """A picture with two colours, and with everything that can be said about it."""
    image = Image.new("RGB", (40, 24), "navy")
    image.paste("gold", (0, 0, 9, 5))
    exif = Image.Exif()
    exif[0x010E], exif[0x0112], exif[0x013B] = CANARY, orientation, CANARY
    exif.get_ifd(0x8825)[1] = CANARY  # the place
    told: dict[str, object] = {
        "JPEG": {"exif": exif, "comment": CANARY, "xmp": CANARY.encode(), "quality": 95},
        "PNG": {"exif": exif, "pnginfo": _png_text()},
        "GIF": {"comment": CANARY.encode()},
        "WEBP": {"exif": exif, "xmp": CANARY.encode(), "lossless": True},
    }[form]
    file = BytesIO()
    image.save(file, form, **(told | more))  # type: ignore[operator]
    return file.getvalue()


def _png_text() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY)
    info.add_itxt("Title", CANARY, zip=False)
    return info


def _seen(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    return ImageOps.exif_transpose(image).convert("RGB")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.promise("pictures")
def test_the_picture_stays_and_what_was_written_about_it_goes(form: str) -> None:
    given = _picture(form) + (CANARY.encode() if form != "WEBP" else b"")  # something behind its end
    assert CANARY.encode() in given
    made = cleaned(given)
    assert made.ending == FORMATS[form]
    assert CANARY.encode() not in made.content
    if form in ("JPEG", "GIF"):  # of the others, browsers turn none
        assert _seen(made.content).tobytes() == _seen(given).tobytes()
    else:
        assert (
            Image.open(BytesIO(made.content)).convert("RGB").tobytes()
            == Image.open(BytesIO(given)).convert("RGB").tobytes()
        )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_as_the_camera_said(orientation: int) -> None:
    given = _picture("JPEG", orientation=orientation)
    made = cleaned(given).content
    assert _seen(made).size == _seen(given).size
    assert _seen(made).tobytes() == _seen(given).tobytes()
    assert set(Image.open(BytesIO(made)).getexif()) <= {0x0112}


@pytest.mark.parametrize(
    "more", [{"progressive": True}, {"icc_profile": b"profile"}, {"subsampling": 2}, {"dpi": (72, 72)}]
)
def test_all_kinds_of_jpeg_stay_whole(more: dict[str, object]) -> None:
    given = _picture("JPEG", **more)
    assert _seen(cleaned(given).content).tobytes() == _seen(given).tobytes()


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_an_animation_goes_on_moving(form: str) -> None:
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "green", "blue")]
    file = BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=80, loop=0)
    made = Image.open(BytesIO(cleaned(file.getvalue()).content))
    assert made.n_frames == 3  # type: ignore[attr-defined]
    assert made.info["loop"] == 0


@pytest.mark.parametrize("form", FORMATS)
def test_to_clean_twice_is_to_clean_once(form: str) -> None:
    once = cleaned(_picture(form)).content
    assert cleaned(once).content == once


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no JPEG, PNG, GIF or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "it is no JPEG, PNG, GIF or WebP"),
        (b"\xff\xd8\xff\xd9", "there is no picture in it"),
        (b"GIF89a", "it ends too early"),
        (b"\x89PNG\r\n\x1a\n", "it ends too early"),
    ],
)
def test_what_is_no_picture_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(NotAPicture, match=reason):
        cleaned(content)


def test_a_picture_larger_than_any_screen_is_refused() -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\2\0\0\0\0\0\0\0"
    with pytest.raises(NotAPicture, match="60000 × 60000 pixels"):
        cleaned(head)


def _sound() -> Iterator[bytes]:
    """Pictures of all kinds, with profiles of several."""
    profiles = [PROFILES[name]() for name in ("RGB with formulas", "RGB with a table", "RGB with a pipeline")]
    for form, icc in product(("JPEG", "PNG", "WEBP"), profiles):
        yield saved(form, icc_profile=icc, exif=b"Exif\0\0" + exif(6))
    yield saved("JPEG", progressive=True, restart_marker_rows=1)
    yield bytes.fromhex(ARITHMETIC)
    for form in ("PNG", "GIF", "WEBP"):
        yield saved(form, animation=True)
        yield saved(form, animation=True, mode="RGBA" if form == "WEBP" else "P")


SOUND = list(_sound())


@settings(deadline=None, max_examples=500)
@given(st.sampled_from(SOUND), st.data())
def test_a_damaged_picture_is_refused_or_cleaned_and_nothing_else(given: bytes, data: st.DataObject) -> None:
    content = bytearray(given)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.one_of(st.sampled_from((0, 1, 255)), st.integers(0, 255)))
    start, end = sorted((data.draw(st.integers(0, len(content))), data.draw(st.integers(0, len(content)))))
    twice = content[:end] + content[start:]
    for damaged in (bytes(content), bytes(content[:end]), bytes(content[:start] + content[end:]), bytes(twice)):
        try:
            made = cleaned(damaged).content
        except NotAPicture as error:
            assert str(error)
        else:
            assert len(made) <= len(damaged) + 2_000  # a profile is no longer compressed
            assert cleaned(made).content == made
