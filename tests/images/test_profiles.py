"""Colour profiles: colours look as before, and nothing else of a profile is left."""

from __future__ import annotations

import tracemalloc
import zlib
from functools import cache
from io import BytesIO
from struct import pack
from typing import Any

import pytest
from PIL import Image, ImageCms

from mkdocs_dossier.images.clean import cleaned
from tests.images.planted import jpeg_places, segment
from tests.images.profiles import (
    ADAPTED,
    CANARY,
    PRIMARIES,
    PROFILES,
    SHAPE,
    WHITE,
    curves,
    listed,
    numbers,
    power,
    profile,
    table16,
)

SRGB = ImageCms.createProfile("sRGB")
MODES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}
SHADES = range(0, 256, 17)


@cache
def _colours(mode: str) -> Image.Image:
    """All mixtures of some shades, and all shades of grey."""
    channels = len(mode) if mode != "L" else 1
    step = 1 if channels == 1 else 3 if channels == 4 else 1
    shades = list(SHADES)[::step]
    mixed = bytes(
        shades[number // len(shades) ** channel % len(shades)]
        for number in range(len(shades) ** channels)
        for channel in range(channels)
    )
    pixels = mixed + bytes(value for value in range(256) for _ in range(channels))
    return Image.frombytes(mode, (len(pixels) // channels, 1), pixels)


def _saved(form: str, mode: str, icc: bytes, **more: Any) -> bytes:
    file = BytesIO()
    _colours(mode).save(file, form, icc_profile=icc, **({"quality": 95} if form == "JPEG" else {}) | more)
    return file.getvalue()


def _profile_of(content: bytes) -> bytes | None:
    found = Image.open(BytesIO(content)).info.get("icc_profile")
    assert found is None or isinstance(found, bytes)
    return found


def _shown(mode: str, icc: bytes, intent: int = 0) -> bytes:
    given, way = ImageCms.ImageCmsProfile(BytesIO(icc)), ImageCms.Intent(intent)
    shown = ImageCms.profileToProfile(_colours(mode), given, SRGB, outputMode="RGB", renderingIntent=way)
    assert shown is not None
    return shown.tobytes()


def _difference(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _forms(mode: str) -> list[str]:
    return {"L": ["JPEG", "PNG"], "RGB": ["JPEG", "PNG", "WEBP"], "CMYK": ["JPEG"]}[mode]


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.promise("pictures")
def test_colours_look_as_before_and_the_profile_says_nothing_else(name: str) -> None:
    icc = PROFILES[name]()
    mode = MODES[icc[16:20]]
    intents = (0,) if b"A2B" in icc else range(4)  # of tables, the one that browsers take is kept
    before = [_shown(mode, icc, intent) for intent in intents]
    assert len(set(before[0])) > 100
    for form in _forms(mode):
        made = cleaned(_saved(form, mode, icc)).content
        rebuilt = _profile_of(made)
        assert rebuilt is not None
        for intent in intents:
            assert _difference(before[intent], _shown(mode, rebuilt, intent)) <= 1
        for content in (made, rebuilt):
            assert CANARY not in content and b"kest" not in content
            assert pack(">3H", 2016, 8, 18) not in content
        assert cleaned(made).content == made


def test_a_profile_of_littlecms_keeps_its_colours() -> None:
    icc = ImageCms.ImageCmsProfile(SRGB).tobytes()
    rebuilt = _profile_of(cleaned(_saved("PNG", "RGB", icc)).content)
    assert rebuilt is not None and len(rebuilt) < len(icc)
    assert ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(rebuilt))).strip() == "Colors"
    assert _difference(_shown("RGB", icc), _shown("RGB", rebuilt)) <= 1


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_two_cameras_with_the_same_colours_give_the_same_bytes(form: str) -> None:
    tags = {**WHITE, **PRIMARIES, **curves(power(2.2))}
    one = profile(b"RGB ", tags)
    other = profile(b"RGB ", dict(reversed(tags.items()))).replace(CANARY, b"a-different-camera!!")
    other = other[:24] + pack(">6H", 2021, 1, 2, 3, 4, 5) + other[36:]
    assert cleaned(_saved(form, "RGB", one)).content == cleaned(_saved(form, "RGB", other)).content


_TEXT = listed([int.from_bytes(CANARY[at : at + 2], "big") for at in range(0, 20, 2)])
_HUGE_GRID = table16(3, 2)[:10] + b"\xff" + table16(3, 2)[11:]
_SOUND = {**PRIMARIES, **curves(power(2.2))}
_NO_PROFILES = {
    "words": CANARY * 20,
    "cut": profile(b"RGB ", _SOUND)[:300],
    "words as a curve": profile(b"RGB ", {**_SOUND, **curves(_TEXT)}),
    "words as a power": profile(b"RGB ", {**_SOUND, **curves(b"curv" + bytes(4) + b"\0\0\0\1" + CANARY)}),
    "words as a primary": profile(b"RGB ", {**_SOUND, b"rXYZ": b"XYZ " + bytes(4) + CANARY}),
    "words as a formula": profile(b"RGB ", {**_SOUND, **curves(b"para" + bytes(4) + b"\0\3\0\0" + CANARY)}),
    "an endless curve": profile(b"RGB ", {**_SOUND, **curves(b"curv" + bytes(4) + b"\xff\xff\xff\xff" + CANARY)}),
    "no curves": profile(b"RGB ", PRIMARIES),
    "words as a table": profile(b"RGB ", {b"A2B0": b"mft2" + bytes(4) + CANARY * 9}, pcs=b"Lab "),
    "words as a pipeline": profile(b"RGB ", {b"A2B0": b"mAB " + bytes(4) + CANARY * 9}, pcs=b"Lab "),
    "an endless table": profile(b"RGB ", {b"A2B0": _HUGE_GRID}, pcs=b"Lab "),
    "a cut table": profile(b"RGB ", {b"A2B0": table16(3)})[:-60],
    "a table for four inks": profile(b"RGB ", {b"A2B0": table16(4)}, pcs=b"Lab "),
    "names of colours": profile(b"RGB ", _SOUND, kind=b"nmcl"),
    "the next version": profile(b"RGB ", _SOUND, version=5),
    "other colours": profile(b"YCbr", _SOUND),
    "a table of other colours": profile(b"YCbr", {b"A2B0": table16(3)}, pcs=b"Lab "),
}


@pytest.mark.parametrize("name", _NO_PROFILES)
@pytest.mark.promise("pictures")
def test_what_is_no_profile_by_which_browsers_compute_colours_goes_and_the_picture_stays(name: str) -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        given = _saved(form, "RGB", _NO_PROFILES[name])
        made = cleaned(given).content
        assert _profile_of(made) is None and b"ICCP" not in made and b"iCCP" not in made
        assert Image.open(BytesIO(made)).tobytes() == Image.open(BytesIO(given)).tobytes()


@pytest.mark.parametrize("tag", [b"wtpt", b"chad"])
def test_a_word_in_place_of_the_white_takes_the_white_alone(tag: bytes) -> None:
    plain, spoiled = profile(b"RGB ", _SOUND), profile(b"RGB ", {**_SOUND, tag: CANARY * 4})
    assert cleaned(_saved("PNG", "RGB", plain)).content == cleaned(_saved("PNG", "RGB", spoiled)).content


def test_no_text_passes_through_the_numbers_of_a_table() -> None:
    table = bytearray(table16(3))
    at = len(table) // 2 // 2 * 2
    table[at : at + len(CANARY)] = CANARY
    made = _profile_of(cleaned(_saved("WEBP", "RGB", profile(b"RGB ", {b"A2B0": bytes(table)}, pcs=b"Lab "))).content)
    assert made is not None and CANARY not in made


def test_the_profile_of_a_png_is_not_compressed_since_each_zlib_does_that_in_its_own_way() -> None:
    made = cleaned(_saved("PNG", "RGB", PROFILES["RGB with lists"]())).content
    rebuilt = _profile_of(made)
    assert rebuilt is not None and rebuilt in made


def test_a_profile_of_a_png_that_unpacks_to_a_thousand_times_its_size_is_not_unpacked() -> None:
    bomb = b"x\0\0" + zlib.compress(bytes(60_000_000))
    given = _saved("PNG", "RGB", b"")
    at = given.index(b"IDAT") - 4
    chunk = pack(">I", len(bomb)) + b"iCCP" + bomb + pack(">I", zlib.crc32(b"iCCP" + bomb))
    tracemalloc.start()
    made = cleaned(given[:at] + chunk + given[at:]).content
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert b"iCCP" not in made and most < 30_000_000


@pytest.mark.parametrize(
    "spoil",
    [
        lambda parts: parts[:-1],
        lambda parts: [*parts, parts[0]],
        lambda parts: [*parts[:-1], (9, *parts[-1][1:])],
        lambda parts: [(number - 1, *others) for number, *others in parts],
        lambda parts: [(number, 7, content) for number, _, content in parts],
    ],
    ids=["one missing", "one twice", "a number left out", "from nought", "another total"],
)
def test_a_profile_in_parts_that_do_not_go_together_is_none(spoil: Any) -> None:
    given = _saved("JPEG", "CMYK", PROFILES["CMYK in several parts"]())
    places = [place for place in jpeg_places(given) if place.name == "E2"]
    parts = [
        (given[place.start + 16], given[place.start + 17], given[place.start + 18 : place.end]) for place in places
    ]
    assert [(number, total) for number, total, _ in parts] == [(1, 2), (2, 2)]
    spoiled = [segment(0xE2, b"ICC_PROFILE\0" + bytes(told) + content) for *told, content in spoil(parts)]
    made = cleaned(given[: places[0].start] + b"".join(spoiled) + given[places[-1].end :]).content
    assert _profile_of(made) is None and b"ICC_PROFILE" not in made
    whole = _profile_of(cleaned(given).content)
    assert whole is not None and len(whole) > 65_519


def test_the_parts_of_a_profile_may_stand_in_any_order() -> None:
    given = _saved("JPEG", "CMYK", PROFILES["CMYK in several parts"]())
    first, second = [place for place in jpeg_places(given) if place.name == "E2"]
    turned = given[second.start : second.end] + given[first.start : first.end]
    assert cleaned(given[: first.start] + turned + given[second.end :]).content == cleaned(given).content


def test_what_several_tags_hold_alike_is_written_once_and_how_white_was_adapted_stays() -> None:
    made = cleaned(_saved("PNG", "RGB", PROFILES["RGB with lists"]())).content
    assert made.count(curves(SHAPE)[b"rTRC"]) == 1
    made = cleaned(_saved("PNG", "RGB", PROFILES["RGB with formulas"]())).content
    assert ADAPTED[b"chad"] in made


def test_numbers_of_video_stay_in_a_profile_that_has_them() -> None:
    points = b"cicp" + bytes(4) + bytes((9, 16, 0, 1))
    icc = profile(b"RGB ", {**_SOUND, b"cicp": points}, version=4)
    made = cleaned(_saved("PNG", "RGB", icc)).content
    assert points in made
    assert numbers(b"XYZ ", 0.6097, 0.3111, 0.0195) in made


def test_where_there_is_only_the_table_that_browsers_take_second_it_becomes_the_first() -> None:
    first, second = (profile(b"CMYK", {name: table16(4)}, pcs=b"Lab ", kind=b"prtr") for name in (b"A2B0", b"A2B1"))
    assert cleaned(_saved("JPEG", "CMYK", second)).content == cleaned(_saved("JPEG", "CMYK", first)).content
