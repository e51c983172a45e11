"""JPEGs of rare makes: whatever decoders need stays, where they need it."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from mkdocs_dossier.images.clean import NotAPicture, cleaned
from tests.images.planted import jpeg_places, saved, segment

ARITHMETIC = """
ffd8ffe000104a46494600010100000100010000ffdb0043000d090a0b0a080d0b0a0b0e0e0d0f13201513121213271c1e17202e2931302e
292d2c333a4a3e333646372c2d405741464c4e525352323e5a615a50604a51524fffdb0043010e0e0e131113261515264f352d354f4f4f4f
4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4fffc90011080008000803
012200021101031101ffcc000a0010100501101105ffda000c03010002110311003f00f5b024b8e9721d12e54bf51d11df9489df94cf1b07
a153f709b56a96292ab2d5b8af9880ffd9
"""
"""Eight by eight pixels, coded as few programs do."""


def _pixels(content: bytes) -> tuple[str, bytes]:
    image = Image.open(BytesIO(content))
    return image.mode, image.tobytes()


def _stays(given: bytes) -> bytes:
    made = cleaned(given).content
    assert _pixels(made) == _pixels(given)
    return made


def test_arithmetic_code_stays_with_its_conditioning() -> None:
    made = _stays(bytes.fromhex(ARITHMETIC))
    assert b"\xff\xcc\0\x0a\0\x10\1\x10\x10\5\x11\5" in made


@pytest.mark.parametrize("transform", [0, 1, 2, 3, 0x6B])
@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_colours_stay_however_they_are_coded(mode: str, transform: int) -> None:
    given = saved("JPEG", mode=mode, quality=95)
    places = list(jpeg_places(given))
    for place in places:
        if place.name == "DB":
            head = given[:2] + given[place.start :]  # without JFIF, which says that colours are not RGB
            made = _stays(
                head[:2] + segment(0xEE, b"Adobe\0\x64\x80\1\x40\2" + bytes((transform,)) + b"more") + head[2:]
            )
            assert made.count(b"Adobe\0\x64\0\0\0\0") == 1 and b"more" not in made
            return


def test_tables_that_are_defined_anew_between_scans_stay_where_they_count() -> None:
    given = saved("JPEG", progressive=True, optimize=True)
    assert given.count(b"\xff\xc4") > 3
    _stays(given)


def test_tables_may_stand_behind_the_frame() -> None:
    given = saved("JPEG", quality=30)
    tables = [place for place in jpeg_places(given) if place.name == "DB"]
    frame = next(place for place in jpeg_places(given) if place.name == "C0")
    behind = given[tables[0].start : tables[-1].end]
    _stays(given[: tables[0].start] + given[frame.start : frame.end] + behind + given[frame.end :])


def test_tables_of_two_bytes_a_number_stay() -> None:
    given = saved("JPEG", quality=30)
    tables = [place for place in jpeg_places(given) if place.name == "DB"]
    numbers = [(given[place.start + 4], given[place.start + 5 : place.end]) for place in tables]
    wide = (segment(0xDB, bytes((0x10 | at, *(b for value in body for b in (0, value))))) for at, body in numbers)
    made = _stays(given[: tables[0].start] + b"".join(wide) + given[tables[-1].end :])
    assert _pixels(made) == _pixels(given)


def test_of_two_tables_of_one_number_the_last_counts() -> None:
    given = saved("JPEG", quality=95)
    wide = segment(0xDB, b"\x10" + bytes((0, 200)) * 64)
    assert _stays(given[:20] + wide + given[20:]) == cleaned(given).content


def test_bytes_may_fill_the_room_before_a_restart() -> None:
    given = saved("JPEG", quality=95, restart_marker_rows=1)
    at = given.index(b"\xff\xd0")
    _stays(given[:at] + b"\xff\xff" + given[at:])


def test_two_frames_are_refused_since_only_the_size_of_one_is_known() -> None:
    given = saved("JPEG")
    frame = next(place for place in jpeg_places(given) if place.name == "C0")
    larger = bytearray(given[frame.start : frame.end])
    larger[5:9] = b"\xff\xff\xff\xff"
    with pytest.raises(NotAPicture, match="it is damaged"):
        cleaned(frame.put(given[frame.start : frame.end])[: frame.end] + bytes(larger) + given[frame.end :])
