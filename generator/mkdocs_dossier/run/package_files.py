"""Where the files that come with the package lie: in a wheel inside it, in a checkout at the top of that."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

_PACKAGE = Path(__file__).parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def templates_folder() -> Path:
    """Return the folder that holds `pages/` and `theme/`."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _CHECKOUT / "templates"


def manual_page(name: str) -> Path:
    """Return a page of the manual that comes with the package."""
    inside = _PACKAGE / "manual" / name
    return inside if inside.is_file() else _CHECKOUT / "docs" / "manual" / name


# MkDocs takes a theme's folder from the `__file__` of what its entry point names.
THEME = SimpleNamespace(__file__=str(templates_folder() / "theme" / "main.html"))
