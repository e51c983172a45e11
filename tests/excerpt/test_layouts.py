"""Whatever a diagnostic points at, no line of what is private is shown: in thousands of layouts, sound and broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.excerpt.excerpt import excerpts
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW
from tests.private_layouts import Layout, layouts
from tests.small_project import put


def _shown(root: Path, layout: Layout) -> list[str]:
    """What would be shown of a file, were something wrong on each of its lines."""
    put(f"data/{layout.path}", layout.text)(root)
    excerpt = excerpts(Options(root=root, now=NOW), width=1000)
    places = (Place(f"data/{layout.path}", line) for line in range(1, layout.text.count("\n") + 2))
    found = (excerpt(place, "bad-value", "") for place in places)
    return [shown.text for shown in found if shown is not None]


def hold(root: Path, seed: int, count: int) -> None:
    """Look at so many layouts."""
    for layout in layouts(seed, count):
        private = list(filter(layout.betrayed, _shown(root, layout)))
        assert not private, f"{private}\n{layout.path}\n{layout.text}"


@pytest.mark.promise("no-private-word")
def test_no_line_of_what_is_private_is_shown_however_it_is_laid_out(tmp_path: Path) -> None:
    hold(tmp_path, 0, 500)


@pytest.mark.long
@pytest.mark.promise("no-private-word")
@pytest.mark.parametrize("seed", range(1, 101))
def test_no_line_of_what_is_private_is_shown_in_a_hundred_thousand_layouts(seed: int, tmp_path: Path) -> None:
    hold(tmp_path, seed, 1_000)
