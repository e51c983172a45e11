"""Pictures of each format with a canary in every place that can hold one, and nothing of the picture changed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from struct import pack
from typing import Any

from PIL import Image

from tests.images.profiles import CANARY, PROFILES

Words = dict[Any, bytes]
"""Pieces of a file with a canary, by what they are."""

Planted = dict[str, tuple[bytes, bytes]]
"""Pictures by where their canary is: with it, and without."""

PROFILE = PROFILES["RGB with lists"]()


def exif(orientation: int = 1) -> bytes:
    """Exif with much in it, without the mark before it."""
    made = Image.Exif()
    made[0x010E], made[0x0112], made[0x013B] = CANARY.decode(), orientation, CANARY.decode()
    made.get_ifd(0x8825)[1] = CANARY.decode()  # the place
    return made.tobytes().removeprefix(b"Exif\0\0")


def frames(mode: str = "RGB") -> list[Image.Image]:
    """Three small pictures that differ."""
    made = []
    for number, colour in enumerate(("navy", "crimson", "teal")):
        picture = Image.new("RGB", (40, 24), colour)
        picture.paste("gold", (3 * number, 2, 3 * number + 9, 9))
        made.append(picture.convert(mode))
    return made


def saved(form: str, *, animation: bool = False, mode: str = "RGB", **more: Any) -> bytes:
    first, *others = frames(mode)
    told = {"save_all": True, "append_images": others, "duration": [40, 80, 120], "loop": 3} if animation else {}
    file = BytesIO()
    first.save(file, form, **told | more)
    return file.getvalue()


# JPEG


def segment(mark: int, body: bytes) -> bytes:
    return bytes((0xFF, mark)) + pack(">H", len(body) + 2) + body


def jpegs() -> Planted:
    """Baseline and progressive ones: segments of all numbers, words behind what others hold, tables nobody uses."""
    found: Planted = {}
    for kind, more in (("baseline", {"quality": 95, "restart_marker_rows": 1}), ("progressive", {"progressive": True})):
        plain = saved("JPEG", **more)
        places = {place.name: place for place in jpeg_places(plain)}
        for place in places.values():
            for mark in (*range(0xE0, 0xF0), 0xFE, *range(0xF0, 0xFE), 0xC8, 0x02, 0xBF):
                found[f"{kind}: {mark:X} before {place.name}"] = place.put(segment(mark, CANARY)), plain
            for name, body in _unused().items():
                found[f"{kind}: {name} before {place.name}"] = place.put(body), plain
            if place.name not in ("E0", "D9"):
                found[f"{kind}: behind what {place.name} holds"] = place.lengthen(), plain
        head = places["DB"]
        for name, body in _told().items():
            found[f"{kind}: {name}"] = head.put(body), plain
        preview = segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\3\3" + CANARY + bytes(7))
        found[f"{kind}: preview of JFIF"] = places["E0"].replace(preview), plain
        found[f"{kind}: behind the end"] = plain + CANARY, plain
        found[f"{kind}: another picture behind the end"] = plain + saved("JPEG", comment=CANARY), plain
    return found


class _Place:
    """A segment of a JPEG."""

    def __init__(self, content: bytes, start: int, end: int, name: str) -> None:
        self.content, self.start, self.end, self.name = content, start, end, name

    def put(self, body: bytes) -> bytes:
        return self.content[: self.start] + body + self.content[self.start :]

    def replace(self, body: bytes) -> bytes:
        return self.content[: self.start] + body + self.content[self.end :]

    def lengthen(self) -> bytes:
        return self.replace(segment(self.content[self.start + 1], self.content[self.start + 4 : self.end] + CANARY))


def jpeg_places(content: bytes) -> Iterator[_Place]:
    at = 2
    while content[at + 1] != 0xD9:
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        yield _Place(content, at, end, f"{content[at + 1]:X}")
        if content[at + 1] == 0xDA:
            while content[end] != 0xFF or content[end + 1] == 0 or 0xD0 <= content[end + 1] <= 0xD7:
                end += 1
        at = end
    yield _Place(content, at, at + 2, "D9")


def _unused() -> Words:
    counts = bytes((0, 0, 0, 0, len(CANARY), *[0] * 11))
    return {
        "Huffman table 3": segment(0xC4, b"\x13" + counts + CANARY),
        "a Huffman table and more": segment(0xC4, b"\x13" + counts + CANARY + CANARY),
        "quantization table 3": segment(0xDB, b"\3" + (CANARY * 4)[:64]),
        "conditioning": segment(0xCC, CANARY),
        "number of lines": segment(0xDC, CANARY),
        "expansion": segment(0xDF, CANARY),
    }


def _told() -> Words:
    """Segments about the picture as programs write them."""
    return {
        "Exif": segment(0xE1, b"Exif\0\0" + exif()),
        "XMP": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CANARY),
        "profile": segment(0xE2, b"ICC_PROFILE\0\1\1" + PROFILE),
        "pictures behind the end": segment(0xE2, b"MPF\0" + CANARY),
        "preview": segment(0xE0, b"JFXX\0\x10" + CANARY),
        "Photoshop": segment(0xED, b"Photoshop 3.0\0" + CANARY),
        "Adobe": segment(0xEE, b"Adobe\0\x64kest\1" + CANARY),
    }


# PNG


def chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))


def pngs() -> Planted:
    """Stills and animations: chunks of all kinds everywhere, words behind what others hold and behind the pixels."""
    found: Planted = {}
    for kind, plain in {
        "still": saved("PNG"),
        "palette": _full_palette(saved("PNG", mode="P", transparency=1)),
        "grey": saved("PNG", mode="L", transparency=7),
        "animation": saved("PNG", animation=True),
    }.items():
        chunks = list(png_chunks(plain))
        for number, (name, body) in enumerate(chunks):
            for told, words in _chunks_that_tell().items():
                if number > 0:
                    found[f"{kind}: {told} before {number}"] = (
                        png(chunks[:number], [(told, words)], chunks[number:]),
                        plain,
                    )
            if name in (b"PLTE", b"tRNS", b"acTL", b"fcTL", b"IDAT", b"fdAT", b"IEND"):
                longer = [(name, body + (CANARY + b" " if name == b"PLTE" else CANARY))]  # in threes
                found[f"{kind}: behind {name.decode()} {number}"] = (
                    png(chunks[:number], longer, chunks[number + 1 :]),
                    plain,
                )
        for name, body in _longer_colours().items():
            found[f"{kind}: behind {name.decode()}"] = png(chunks[:1], [(name, body + CANARY)], chunks[1:]), plain
        spoiled = bytearray(plain)
        spoiled[-4:] = b"kest"
        found[f"{kind}: behind the end"] = bytes(spoiled) + CANARY, plain
    return found


def _full_palette(content: bytes) -> bytes:
    """With as many colours as pixels can name."""
    full = {b"PLTE": (768, b"\0"), b"tRNS": (256, b"\xff")}
    return png([(name, body.ljust(*full.get(name, (0, b"\0")))) for name, body in png_chunks(content)])


def png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def png(*parts: list[tuple[Any, bytes]]) -> bytes:
    written = (chunk(name[:4], body) for part in parts for name, body in part)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def _chunks_that_tell() -> Words:
    packed = zlib.compress(CANARY)
    return {
        b"tEXt": b"Author\0" + CANARY,
        b"tEXt of the key": CANARY + b"\0x",
        b"zTXt": b"Author\0\0" + packed,
        b"iTXt": b"Title\0\0\0en\0\0" + CANARY,
        b"eXIf": exif(),
        b"tIME": pack(">H5B", 2016, 8, 18, 7, 46, 59) + CANARY,
        b"sPLT": CANARY + b"\0\x08" + CANARY,
        b"hIST": CANARY,
        b"pHYs": CANARY[:9],
        b"sBIT": CANARY[:4],
        b"bKGD": CANARY[:6],
        b"caBX": CANARY,
        b"prVt": CANARY,
        b"iCCP": CANARY + b"\0\0" + zlib.compress(PROFILE),
        b"sRGB": CANARY,
        b"gAMA": CANARY,
        b"cHRM": CANARY + CANARY,
        b"cICP": CANARY,
    }


def _longer_colours() -> dict[bytes, bytes]:
    return {
        b"sRGB": b"\0",
        b"gAMA": pack(">I", 45455),
        b"cHRM": pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000),
        b"cICP": bytes((1, 13, 0, 1)),
    }


# GIF


def gifs() -> Planted:
    """Stills and animations: extensions of all labels everywhere, and words inside those that stay."""
    found: Planted = {}
    for kind, plain in {"still": saved("GIF", mode="P"), "animation": saved("GIF", animation=True, mode="P")}.items():
        places = gif_places(plain)
        for number, at in enumerate(places):
            for told, words in _extensions().items():
                found[f"{kind}: {told} before {number}"] = plain[:at] + words + plain[at:], plain
        found[f"{kind}: behind the end"] = plain + CANARY, plain
    animation = saved("GIF", animation=True, mode="P")
    loop, control = animation.index(b"NETSCAPE2.0") + 11, animation.index(b"\x21\xf9\x04")
    block = bytes((len(CANARY),)) + CANARY
    longer = bytes((3 + len(CANARY),)) + animation[loop + 1 : loop + 4] + CANARY
    for place, given in {
        "behind the loop": animation[: loop + 4] + block + animation[loop + 4 :],
        "in the loop": animation[:loop] + longer + animation[loop + 4 :],
        "before the loop": animation[:loop] + block + animation[loop:],
        "behind the timing": animation[: control + 7] + block + animation[control + 7 :],
    }.items():
        found[place] = given, animation
    return found


def gif_places(content: bytes) -> list[int]:
    """Where extensions and pictures begin, and the end."""
    at = 13 + (3 << ((content[10] & 7) + 1) if content[10] & 0x80 else 0)
    places = []
    while content[at] != 0x3B:
        places.append(at)
        if content[at] == 0x2C:
            at += 11 + (3 << ((content[at + 9] & 7) + 1) if content[at + 9] & 0x80 else 0)
        else:
            at += 2
        while content[at] != 0:
            at += 1 + content[at]
        at += 1
    return [*places, at]


def _extensions() -> Words:
    block = bytes((len(CANARY),)) + CANARY + b"\0"
    return {
        "comment": b"\x21\xfe" + block,
        "text": b"\x21\x01\x0c" + CANARY[:12] + block,
        "XMP": b"\x21\xff\x0bXMP DataXMP" + block,
        "profile": b"\x21\xff\x0bICCRGBG1012" + block,
        "application": b"\x21\xff\x0b" + CANARY[:11] + block,
        "loop of another name": b"\x21\xff\x14" + CANARY + b"\x03\x01\x00\x00\x00",
        "buffering": b"\x21\xff\x0bNETSCAPE2.0\x17\x02" + bytes(2) + CANARY + b"\0",
        "unknown": b"\x21\xce" + block,
        "timing of the wrong size": b"\x21\xf9" + block,
    }


# WebP


def webps() -> Planted:
    """Stills and animations: chunks of all kinds everywhere, those of a picture in an animation too."""
    found: Planted = {}
    for kind, plain in {
        "lossless": saved("WEBP", lossless=True, icc_profile=PROFILE, exif=b"Exif\0\0" + exif(), xmp=CANARY),
        "lossy": saved("WEBP", mode="RGBA", exif=exif(), xmp=CANARY),
        "simple": saved("WEBP", lossless=True),
        "animation": saved("WEBP", animation=True, lossless=True, icc_profile=PROFILE, exif=exif(), xmp=CANARY),
        "lossy animation": saved("WEBP", animation=True, mode="RGBA", quality=60),
    }.items():
        chunks = webp_chunks(plain[12:])
        for number, (name, body) in enumerate(chunks):
            for told, words in _webp_chunks().items():
                found[f"{kind}: {told} behind {number}"] = (
                    webp(chunks[: number + 1], [(told, words)], chunks[number + 1 :]),
                    plain,
                )
                if name == b"ANMF":
                    inside = body + _riff(told, words)
                    found[f"{kind}: {told} in frame {number}"] = (
                        webp(chunks[:number], [(name, inside)], chunks[number + 1 :]),
                        plain,
                    )
            if name in (b"VP8X", b"ANIM"):
                longer = webp(chunks[:number], [(name, body + CANARY)], chunks[number + 1 :])
                found[f"{kind}: behind {name.decode()}"] = longer, plain
        found[f"{kind}: behind the end"] = plain + CANARY, plain
    return found


def _webp_chunks() -> Words:
    return {
        b"EXIF": exif(),
        b"XMP ": CANARY,
        b"kest": CANARY,
        b"ICCP": CANARY + PROFILE,
        b"LIST": b"INFO" + CANARY,
        b"C2PA": CANARY,
    }


def _riff(name: bytes, body: bytes) -> bytes:
    return name + pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp_chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 0
    while at < len(content):
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        found.append((content[at : at + 4], content[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    return found


def webp(*parts: list[tuple[bytes, bytes]]) -> bytes:
    written = b"".join(_riff(name, body) for part in parts for name, body in part)
    return b"RIFF" + pack("<I", len(written) + 4) + b"WEBP" + written


PLANTED: dict[str, Callable[[], Planted]] = {"JPEG": jpegs, "PNG": pngs, "GIF": gifs, "WEBP": webps}
