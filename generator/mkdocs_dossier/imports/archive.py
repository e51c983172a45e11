"""Reads zip files of others: sizes and numbers are looked at first, and nothing is ever unpacked onto the disk."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cached_property

from mkdocs_dossier.imports.draft import Refusal

_MEMBERS = 10_000
_MEMBER = 50_000_000
_ALL = 200_000_000
_RATIO = 200
"""Files in an archive, bytes of one and of all of them, how many times smaller a packed file may be."""

_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)


class Archive:
    """An opened zip file. Its members are read by name, bounded."""

    def __init__(self, content: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(content))

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(self._zip.namelist()[: _MEMBERS + 1])

    def refused(self) -> Refusal | None:
        """Why this archive is not read, None where it may be."""
        infos = self._zip.infolist()
        if len(infos) > _MEMBERS:
            return Refusal(f"there are more than {_MEMBERS} files in it", "import the files that you need")
        if sum(info.file_size for info in infos) > _ALL or any(_too_big(info) for info in infos):
            return Refusal("unpacked it would be far larger than such files are", "save it anew, and import that")
        if any(info.flag_bits & 1 for info in infos):
            return Refusal("it is encrypted", "save it without a password, and import that")
        return None

    def read(self, name: str) -> bytes:
        """Return the bytes of a member, empty where there is none, it is damaged, or larger than it says."""
        try:
            with self._zip.open(name) as file:
                content = file.read(_MEMBER + 1)
        except (KeyError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
            return b""
        return content if len(content) <= _MEMBER else b""

    def declares_entities(self, names: tuple[str, ...]) -> bool:
        """Whether an XML file among these declares entities, which no program that saves such files does."""
        return any(
            _ENTITIES.search(self.read(name)[:4096]) for name in names if name.endswith((".xml", ".opf", ".rels"))
        )


def _too_big(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _MEMBER or (
        info.file_size > 1_000_000 and info.file_size > _RATIO * max(1, info.compress_size)
    )


def opened(content: bytes) -> Archive | Refusal:
    """Return the archive, or why it is not read."""
    try:
        archive = Archive(content)
        refused = archive.refused()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return Refusal("this file is damaged", "save it anew, and import that")
    return refused if refused is not None else archive


def member_names(content: bytes) -> tuple[str, ...]:
    """Return the names in a zip file, none where it is damaged."""
    try:
        return Archive(content).names
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return ()
