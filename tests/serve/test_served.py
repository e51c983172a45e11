"""The folder that `mkdocs serve` serves from, while MkDocs' own build takes the place of the one before."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from mkdocs_dossier.serve.reload_state import ReloadState
from mkdocs_dossier.serve.served import Served

PAGE = "actors/ann/index.html"


def _fails(error: BaseException) -> NoReturn:
    raise error


def test_a_page_that_was_made_while_one_by_hand_went_is_made_once_more(tmp_path: Path) -> None:
    folder, aside = tmp_path / "site", tmp_path / "aside"
    aside.mkdir()
    served = Served(ReloadState(), lambda layout: layout, _fails)
    served.folder, served.by_hand = str(folder), {PAGE}
    served.write(PAGE, b"generated, for who asked between the edit and the end of MkDocs' build")
    served.settle(PAGE)
    served.take(str(aside), frozenset())
    assert not (folder / PAGE).exists()
    assert not served.is_fresh(PAGE)
