"""WebP (RFC 9649): the pictures are kept, their colours, which side is up, and how they follow each other.

Every chunk is written anew, those inside the pictures of an animation too; any other is left out, known or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.profile import rebuilt_profile
from mkdocs_dossier.images.orientation import orientation_only

_EXTENDED, _LOSSY, _LOSSLESS = b"VP8X", b"VP8 ", b"VP8L"
_ALPHA_THERE, _PROFILE_THERE, _EXIF_THERE, _ANIMATED = 0x10, 0x20, 0x08, 0x02
"""What the header says there is."""

RiffChunk = tuple[bytes, bytes]
PixelSize = tuple[int, int]


def is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def webp_size(content: bytes) -> PixelSize:
    """Return width and height in pixels. Raises `NotAPicture`."""
    name, body = next(_read(_inside(content)))
    return _canvas(body) if name == _EXTENDED else _coded_size(name, body)


def clean_webp(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    chunks = list(_read(_inside(content)))
    name, body = chunks[0]
    kept = list(_extended(chunks)) if name == _EXTENDED else [(name, _coded(name, body))]
    written = b"".join(_write(name, body) for name, body in kept)
    return b"RIFF" + (len(written) + 4).to_bytes(4, "little") + b"WEBP" + written


def _extended(chunks: Sequence[RiffChunk]) -> Iterator[RiffChunk]:
    head = chunks[0][1]
    size = _canvas(head)
    said = dict(reversed(chunks))  # the first of each name
    profile = rebuilt_profile(said.get(b"ICCP", b"")) or b""
    exif = orientation_only(said.get(b"EXIF", b""))
    there = (_PROFILE_THERE if profile else 0) | (_EXIF_THERE if exif else 0)
    yield _EXTENDED, bytes((head[0] & (_ALPHA_THERE | _ANIMATED) | there, 0, 0, 0)) + head[4:10]
    if profile:
        yield b"ICCP", profile
    yield from _animation(chunks, size) if head[0] & _ANIMATED else _picture(said, size)
    if exif:
        yield b"EXIF", exif


def _animation(chunks: Iterable[RiffChunk], canvas: PixelSize) -> Iterator[RiffChunk]:
    chunks = list(chunks)
    often = next((Bytes(body, 4).take(2) for name, body in chunks if name == b"ANIM"), None)
    frames = [_frame(body, canvas) for name, body in chunks if name == b"ANMF"]
    if often is None or not frames:
        raise NotAPicture("there is no picture in it")
    yield b"ANIM", bytes(4) + often  # without the colour behind the pictures, which browsers do not show
    yield from ((b"ANMF", frame) for frame in frames)


def _frame(body: bytes, canvas: PixelSize) -> bytes:
    """Return a picture of an animation: where it is, how large and how long, and the chunks that it has of its own."""
    reader = Bytes(body)
    x, y, width, height = (reader.number(3, little=True) for _ in range(4))
    reader.take(3)
    how = reader.number(1) & 0b11
    size = width + 1, height + 1
    if 2 * x + size[0] > canvas[0] or 2 * y + size[1] > canvas[1]:
        raise NotAPicture("it is damaged")
    inside = dict(reversed(list(_read(body[reader.at :]))))
    return body[:15] + bytes((how,)) + b"".join(_write(*chunk) for chunk in _picture(inside, size))


def _picture(said: Mapping[bytes, bytes], size: PixelSize) -> Iterator[RiffChunk]:
    """Yield the chunks of one picture, which has the size that is said elsewhere. Raises `NotAPicture`."""
    name = next((name for name in (_LOSSY, _LOSSLESS) if name in said), None)
    if name is None:
        raise NotAPicture("there is no picture in it")
    if _coded_size(name, said[name]) != size:
        raise NotAPicture("it is damaged")
    if name == _LOSSY and said.get(b"ALPH"):
        yield b"ALPH", _alpha(said[b"ALPH"], size)
    yield name, said[name]


def _alpha(body: bytes, size: PixelSize) -> bytes:
    """Return how much each pixel hides; where that is not compressed, it is known where it ends."""
    how = body[0] & 0x3F
    return bytes((how,)) + (body[1:] if how & 0b11 else Bytes(body, 1).take(size[0] * size[1]))


def _coded(name: bytes, body: bytes) -> bytes:
    _coded_size(name, body)
    return body


def _coded_size(name: bytes, body: bytes) -> PixelSize:
    """Width and height as the coded picture has them. Raises `NotAPicture`."""
    reader = Bytes(body)
    if name == _LOSSLESS and reader.take(1) == b"\x2f":
        bits = reader.number(4, little=True)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == _LOSSY and reader.take(6)[3:] == b"\x9d\x01\x2a":
        return reader.number(2, little=True) & 0x3FFF, reader.number(2, little=True) & 0x3FFF
    raise NotAPicture("it does not tell its size")


def _canvas(head: bytes) -> PixelSize:
    reader = Bytes(head, 4)
    return reader.number(3, little=True) + 1, reader.number(3, little=True) + 1


def _inside(content: bytes) -> bytes:
    """Return all chunks, as far as the file's own length goes."""
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content) or end <= 12:
        raise NotAPicture("it ends too early")
    return content[12:end]


def _read(chunks: bytes) -> Iterator[RiffChunk]:
    """Yield the name and the body of each chunk. Raises `NotAPicture`."""
    reader = Bytes(chunks)
    while reader.has_more:
        name = reader.take(4)
        body = reader.take(reader.number(4, little=True))
        reader.at += len(body) % 2
        yield name, body


def _write(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
