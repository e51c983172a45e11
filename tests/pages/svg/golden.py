"""Golden pictures: what a picture was when somebody last looked at it and found it good."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "golden" / "svg"


def check(name: str, picture: str, refresh: bool) -> None:
    """Compare a picture with `tests/golden/svg/NAME.svg`, or with `--refresh` write it there."""
    file = FOLDER / f"{name}.svg"
    if refresh:
        file.write_text(picture + "\n", encoding="utf-8", newline="\n")
    assert picture == file.read_text(encoding="utf-8").rstrip("\n")
