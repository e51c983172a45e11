"""Make `data/locators.json` of the package: for every territory, the map of where it lies, drawn from the shapes.

    python -m tools.make_locators

Run it again after a change of the shapes (`make_shapes.py`), of the territories (`make_territories.py`) or of how the
map is drawn (`pages/svg/maps/locator_map.py`). The same input gives the same bytes, one territory a line.
"""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs_dossier.pages.svg.maps.locator_map import draw_locator
from mkdocs_dossier.read.shapes import built_in_shapes
from mkdocs_dossier.read.territories import built_in_territories

OUTPUT = Path(__file__).resolve().parent.parent / "generator" / "mkdocs_dossier" / "data" / "locators.json"


def locators() -> dict[str, str]:
    """Return the maps by code."""
    shapes = built_in_shapes()
    return {
        code: draw_locator(shapes, code, territory.latitude, territory.longitude)
        for code, territory in built_in_territories().items()
        if territory.latitude is not None and territory.longitude is not None
    }


def main() -> None:
    lines = (f"{json.dumps(code)}:{json.dumps(drawn)}" for code, drawn in locators().items())
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
