"""JPEG (ITU-T T.81, T.871): the coded picture is kept, and what says how its colours are meant and which side is up.

All of these are written anew; any other segment is left out, known or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from mkdocs_dossier.images.damage import NotAPicture
from mkdocs_dossier.images.icc.profile import rebuilt_profile
from mkdocs_dossier.images.jpeg_scans import rewritten_scans
from mkdocs_dossier.images.jpeg_segments import END, FRAMES, SCAN, START, Segment, read_segments, write_segment
from mkdocs_dossier.images.orientation import EXIF, orientation_only

__all__ = ["START", "clean_jpeg", "jpeg_size"]

_JFIF, _EXIF, _PROFILE, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_PROFILE_NAME = b"ICC_PROFILE\0"
_PROFILE_PART = 65_519
"""Bytes of a profile that a segment can hold (ICC.1:2022, B.4)."""


def jpeg_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    for segment in read_segments(content):
        if segment.mark in FRAMES and len(segment.body) >= 5:
            return int.from_bytes(segment.body[3:5], "big"), int.from_bytes(segment.body[1:3], "big")
    raise NotAPicture("there is no picture in it")


def clean_jpeg(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    segments = list(read_segments(content))
    head = list(takewhile(lambda segment: segment.mark != SCAN, segments))
    return b"".join([START, *_said(head), *rewritten_scans(segments), END])


def _said(head: Sequence[Segment]) -> Iterator[bytes]:
    """Yield what is kept of the segments about the picture, in the order in which readers look for them."""
    if any(len(body) >= 14 for body in _bodies(head, _JFIF, b"JFIF\0")):
        yield write_segment(_JFIF, b"JFIF\0\1\1\0\0\1\0\1\0\0")  # without density and preview
    turned = next(filter(None, map(orientation_only, _bodies(head, _EXIF, EXIF))), b"")
    if turned:
        yield write_segment(_EXIF, EXIF + turned)
    yield from _profile([body[len(_PROFILE_NAME) :] for body in _bodies(head, _PROFILE, _PROFILE_NAME)])
    adobe = next((body for body in _bodies(head, _ADOBE, b"Adobe") if len(body) >= 12), None)
    if adobe is not None:
        transform = min(adobe[11], 2)  # how colours are coded: what is larger, decoders take for 2
        yield write_segment(_ADOBE, b"Adobe\0\x64\0\0\0\0" + bytes((transform,)))


def _bodies(segments: Iterable[Segment], mark: int, start: bytes) -> Iterator[bytes]:
    return (segment.body for segment in segments if segment.mark == mark and segment.body.startswith(start))


def _profile(parts: Sequence[bytes]) -> Iterator[bytes]:
    """Return the profile in as many segments as it needs. A profile of which a part is missing, or there twice, is
    none.

    Args:
        parts: As given: each begins with its number and how many there are.
    """
    by_number = {part[0]: part[2:] for part in parts if len(part) > 2 and part[1] == len(parts)}
    if not parts or sorted(by_number) != list(range(1, len(parts) + 1)):
        return
    profile = rebuilt_profile(b"".join(by_number[number] for number in sorted(by_number))) or b""
    starts = range(0, len(profile), _PROFILE_PART)
    for number, start in enumerate(starts, 1):
        part = profile[start : start + _PROFILE_PART]
        yield write_segment(_PROFILE, _PROFILE_NAME + bytes((number, len(starts))) + part)
