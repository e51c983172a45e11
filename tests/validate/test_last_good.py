"""What an editor breaks for a moment, under `serve`: its pages stay, and every other edit is followed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_dossier.build import Snapshot, make_snapshot
from mkdocs_dossier.run.options import Options
from tests.conftest import MakeCollection, article

LIST = """
ann: {name: Ann, type: person}
bob: {name: Bob, type: person}
cai: {name: Cai, type: person}
"""
FILES = {
    "data/actors.yml": LIST,
    "data/actors/dan.yml": "name: Dan\ntype: person\n",
    "data/articles/one.md": article("One."),
    "data/articles/deep/two.md": article("Two."),
}


class Served:
    """A collection that is read again and again, as `mkdocs serve` does."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._snapshot: Snapshot | None = None

    def read(self) -> Snapshot:
        self._snapshot = make_snapshot(self.options, self._snapshot, keep_good=True)
        return self._snapshot

    def names(self) -> Mapping[str, str]:
        """Read what was edited, and return the actors' names by id."""
        return {id: actor.name for id, actor in self.read().site.collection.actors.items()}

    def articles(self) -> set[str]:
        return set(self.read().site.collection.documents)


def _served(collection: MakeCollection) -> Served:
    served = Served(collection(FILES))
    assert served.names() == {"ann": "Ann", "bob": "Bob", "cai": "Cai", "dan": "Dan"}
    return served


def test_a_file_of_which_nothing_can_be_read_keeps_its_record(collection: MakeCollection, tmp_path: Path) -> None:
    served = _served(collection)
    for content in (b"", b"\xff\xfe", b"{"):
        (tmp_path / "data/actors/dan.yml").write_bytes(content)
        assert served.names()["dan"] == "Dan"
    (tmp_path / "data/actors/dan.yml").unlink()
    assert "dan" not in served.names()


def test_a_folder_that_cannot_be_read_keeps_its_articles(collection: MakeCollection, tmp_path: Path) -> None:
    served = _served(collection)
    folder, elsewhere = tmp_path / "data/articles", tmp_path / "articles"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)  # which is not followed: it leads out of the data
    assert served.articles() == {"one", "deep/two"}
    folder.unlink()
    assert served.articles() == set()


def test_a_list_that_is_written_as_far_as_some_record_keeps_those_behind_it(
    collection: MakeCollection, tmp_path: Path
) -> None:
    served = _served(collection)
    written = "ann: {name: Anna, type: person}\nbob: {name: Bob, type: per"
    (tmp_path / "data/actors.yml").write_text(written, encoding="utf-8")
    assert served.names() == {"ann": "Ann", "bob": "Bob", "cai": "Cai", "dan": "Dan"}
    (tmp_path / "data/actors.yml").write_text(f"{written}}}\n", encoding="utf-8")
    assert served.names() == {"ann": "Anna", "bob": "Bob", "cai": "Cai", "dan": "Dan"}
    (tmp_path / "data/actors.yml").write_text(f"{written}son}}\n", encoding="utf-8")
    assert served.names() == {"ann": "Anna", "bob": "Bob", "dan": "Dan"}


def test_a_record_that_is_taken_out_before_a_broken_one_is_gone(collection: MakeCollection, tmp_path: Path) -> None:
    served = _served(collection)
    left = "bob: {name: Bob, type: per}\ncai: {name: Cai, type: person}\n"
    (tmp_path / "data/actors.yml").write_text(left, encoding="utf-8")
    assert served.names() == {"bob": "Bob", "cai": "Cai", "dan": "Dan"}


def test_while_the_data_folder_is_gone_all_stays_and_then_edits_are_followed(
    collection: MakeCollection, tmp_path: Path
) -> None:
    served = _served(collection)
    (tmp_path / "data").rename(tmp_path / "later")
    assert len(served.names()) == 4 and served.articles() == {"one", "deep/two"}
    (tmp_path / "later").rename(tmp_path / "data")
    (tmp_path / "data/actors/dan.yml").write_text("name: Daniel\ntype: person\n", encoding="utf-8")
    assert served.names()["dan"] == "Daniel"
