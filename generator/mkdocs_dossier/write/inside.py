"""Whether a file that is to be written would lie where its path says, and not where a link leads."""

from __future__ import annotations

from pathlib import Path


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether a link on the way to `path` leads out of `folder`, or cannot be followed."""
    parent = next(parent for parent in path.parents if parent.exists() or parent.is_symlink())
    try:
        return not parent.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return parent != folder
