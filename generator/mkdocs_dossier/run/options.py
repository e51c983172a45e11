"""The options of the plugin and of the command line, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """All that a run depends on besides the files.

    Attributes:
        root: The project folder, to which messages and edit links are relative.
        data_dir, templates_dir: Folders below it.
        now: The moment that embargoes are measured against (UTC).
        max_file_size: How many bytes a file below `data` may have.
        maps: Whether pages show maps.
        executor: Where the heavy work runs, as in `is_executor`.
        drafts: Whether private records are shown too, marked, to an editor.
        language: Of the interface (BCP 47), one that there is a catalogue of.
    """

    root: Path
    now: datetime
    data_dir: str = "data"
    templates_dir: str = "templates"
    max_file_size: int = 5_000_000
    maps: bool = True
    executor: str = "auto"
    drafts: bool = False
    language: str = "en"

    @property
    def data_folder(self) -> Path:
        return self.root / self.data_dir

    @property
    def templates_folder(self) -> Path:
        return self.root / self.templates_dir

    @property
    def theme_folder(self) -> Path:
        """The user's own templates of our theme."""
        return self.templates_folder / "theme"

    @property
    def own_folders(self) -> tuple[Path, Path, Path]:
        """The user's own folders, of data, page templates and templates of the theme; they need not be there."""
        return self.data_folder, self.templates_folder, self.theme_folder


def moment(environment: Mapping[str, str]) -> datetime:
    """Return `SOURCE_DATE_EPOCH` where it is set, else the present, in UTC.

    Raises `ValueError` where it is no moment: embargoes measured against another one would end too early.
    """
    stamp = environment.get("SOURCE_DATE_EPOCH", "")
    if not stamp:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        given = f"SOURCE_DATE_EPOCH is '{stamp[:40]}', which is no moment"
        raise ValueError(f"{given}: give seconds since 1970, such as 1471478400, or unset it") from None


def drafts_from(environment: Mapping[str, str], chosen: bool) -> bool:
    """Return whether `DOSSIER_DRAFTS` is on (`1`, `true`) where it is set, else what was chosen."""
    wanted = environment.get("DOSSIER_DRAFTS", "").strip().lower()
    return wanted in ("1", "true", "yes", "on") if wanted else chosen


def executor_from(environment: Mapping[str, str], chosen: str) -> str:
    """Return `DOSSIER_EXECUTOR` where it is set, else the executor that was chosen. Raises `ValueError`."""
    executor = environment.get("DOSSIER_EXECUTOR") or chosen
    if not is_executor(executor):
        from mkdocs_dossier.model.near_names import did_you_mean

        kinds = "'auto', 'serial', 'process', 'process:4', 'module:function'"
        hint = did_you_mean(executor.partition(":")[0], ("auto", "serial", "process"))
        raise ValueError(f"'{executor}' is no executor: {kinds} {hint}".rstrip())
    return executor


def is_executor(text: str) -> bool:
    """Tell whether `text` names an executor: `auto`, `serial`, `process`, `process:4`, `module:function`."""
    name, colon, rest = text.partition(":")
    if name in ("auto", "serial"):
        return not colon
    if name == "process":
        return not colon or (rest.isascii() and rest.isdigit() and int(rest) > 0)
    return bool(colon) and all(part.isidentifier() for part in (*name.split("."), *rest.split(".")))
