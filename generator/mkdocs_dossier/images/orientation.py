"""Which side of a picture is up: all that is kept of Exif (CIPA DC-008), in JPEG, PNG and WebP alike."""

from __future__ import annotations

from mkdocs_dossier.images.damage import Bytes, NotAPicture

EXIF = b"Exif\0\0"
"""What stands before Exif in a JPEG, and before that of some programs in other formats."""

_TAG, _SHORT = 0x0112, 3


def orientation_only(exif: bytes) -> bytes:
    """Return Exif that says which side is up and no more; nothing if the given one says nothing of that, or damaged."""
    tiff = exif.removeprefix(EXIF)
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    try:
        value = 1 if order is None else _orientation(tiff, little=order == "little")
    except NotAPicture:
        return b""  # what is said about the picture may be damaged; the picture is not
    if not 1 < value <= 8:
        return b""
    entry = b"".join(number.to_bytes(2, "big") for number in (_TAG, _SHORT, 0, 1, value, 0))
    return b"MM\0*\0\0\0\x08\0\x01" + entry + bytes(4)


def _orientation(tiff: bytes, *, little: bool) -> int:
    """4.6.4: tag 274, a value from 1 to 8."""
    reader = Bytes(tiff, Bytes(tiff, 4).number(4, little=little))
    for _ in range(reader.number(2, little=little)):
        tag, kind = reader.number(2, little=little), reader.number(2, little=little)
        reader.take(4)
        value = reader.number(2, little=little)
        reader.take(2)
        if (tag, kind) == (_TAG, _SHORT):
            return value
    return 1
