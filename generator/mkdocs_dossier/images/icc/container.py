"""The parts of a profile: a header, a list of tags, and what each of them holds (ICC.1:2022, 7).

What is written has no date, maker, device or identity, and one description for all pictures. Pictures of one camera
are told apart by nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.images.damage import Bytes, NotAPicture

_VERSIONS = {2: b"\x02\x40\0\0", 4: b"\x04\x40\0\0"}
"""By what is before the point; newer ones (iccMAX) no browser reads."""

_KINDS = frozenset((b"scnr", b"mntr", b"prtr", b"spac"))
_SPACES = frozenset((b"RGB ", b"GRAY", b"CMYK"))
_CONNECTIONS = frozenset((b"XYZ ", b"Lab "))
_D50 = bytes.fromhex("0000f6d6 00010000 0000d32d")
_NEEDED = frozenset(b"A2B0 A2B1 rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt chad cicp".split())
_MOST_TAGS = 200
_MOST_BYTES = 8_000_000
"""The largest of printing presses have 3 MB."""

_DESCRIPTION, _COPYRIGHT = "Colors", "None"
"""Programs that check profiles expect something here."""


@dataclass(frozen=True, slots=True)
class Container:
    """A profile as a list of tags, with what its header says.

    Attributes:
        version: 2 or 4.
        kind: The kind of device.
        space: The colour space of the picture.
        pcs: The colour space to which it leads, XYZ or Lab.
    """

    version: int
    kind: bytes
    space: bytes
    pcs: bytes
    tags: Mapping[bytes, bytes]


def read_container(content: bytes) -> Container:
    """Return the tags that colours need, by name. Raises `NotAPicture`."""
    reader = Bytes(content)
    header = reader.take(128)
    version, kind, space, pcs = header[8], header[12:16], header[16:20], header[20:24]
    known = version in _VERSIONS and kind in _KINDS and space in _SPACES and pcs in _CONNECTIONS
    number = reader.number(4)
    if header[36:40] != b"acsp" or not known or number > _MOST_TAGS or len(content) > _MOST_BYTES:
        raise NotAPicture("its colour profile is of an unknown kind")
    tags: dict[bytes, bytes] = {}
    for _ in range(number):
        name, start, length = reader.take(4), reader.number(4), reader.number(4)
        if name in _NEEDED:
            tags[name] = content[start : start + length]
    return Container(version, kind, space, pcs, tags)


def write_container(profile: Container) -> bytes:
    """Return a whole profile. What several tags hold alike is written once."""
    text = _text if profile.version == 2 else _localized
    copyright = b"text\0\0\0\0" + _COPYRIGHT.encode() + b"\0" if profile.version == 2 else text(_COPYRIGHT)
    tags = {b"desc": text(_DESCRIPTION), b"cprt": copyright, **profile.tags}
    entries, data = b"", b""
    places: dict[bytes, int] = {}
    for name, body in tags.items():
        if body not in places:
            places[body] = 132 + 12 * len(tags) + len(data)
            data += body + b"\0" * (-len(body) % 4)
        entries += name + places[body].to_bytes(4, "big") + len(body).to_bytes(4, "big")
    length = 132 + len(entries) + len(data)
    return _header(profile, length) + len(tags).to_bytes(4, "big") + entries + data


def _header(profile: Container, length: int) -> bytes:
    parts = (
        length.to_bytes(4, "big") + bytes(4) + _VERSIONS[profile.version],
        profile.kind + profile.space + profile.pcs,
        bytes(12) + b"acsp",  # no date
        bytes(28) + _D50,  # no platform, device and intent
        bytes(48),  # no program and identity
    )
    return b"".join(parts)


def _text(value: str) -> bytes:
    """As version 2 has it, in ASCII, with nothing in other scripts."""
    return b"desc\0\0\0\0" + (len(value) + 1).to_bytes(4, "big") + value.encode() + b"\0" + bytes(8 + 3 + 67)


def _localized(value: str) -> bytes:
    coded = value.encode("utf-16-be")
    numbers = (1, 12, int.from_bytes(b"enUS", "big"), len(coded), 28)
    return b"mluc\0\0\0\0" + b"".join(number.to_bytes(4, "big") for number in numbers) + coded
