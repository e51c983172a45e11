"""Which files below data/ are read, and which are refused or passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import link
from tests.conftest import NOW, MakeCollection, article

ACTORS = "kerry: {name: John Kerry, type: person}\n"
ACTOR = "{name: Sergei Lavrov, type: person}\n"
CANARY = "canary: {name: Canary, type: person}\n"


def _ids(options: Options) -> list[str]:
    """The ids of all actors, events and articles."""
    corpus, _ = link(options)
    found = corpus.collection
    return sorted((*found.actors, *found.events, *found.documents))


def _codes(options: Options) -> list[tuple[str, str]]:
    return [(p.place.path, p.code) for p in link(options)[1]]


def test_lists_and_single_files_are_read_together(collection: MakeCollection) -> None:
    options = collection(
        {
            "data/actors.yml": ACTORS,
            "data/actors/lavrov.yml": ACTOR,
            "data/actors/russia/deep/shoigu.yml": ACTOR,
            "data/events.yml": "geneva: {title: Talks, date: 2016-08-26}\n",
            "data/events/2016/paris.yml": "{title: Talks, date: 2016-08-27}\n",
            "data/articles/one.md": article("One."),
            "data/articles/2016/08/Two Words.md": article("Two."),
        }
    )
    assert _codes(options) == []
    assert _ids(options) == ["2016/08/two-words", "geneva", "kerry", "lavrov", "one", "paris", "shoigu"]


IGNORED = [
    "data/actors.yml~",
    "data/#actors.yml#",
    "data/.actors.yml.swp",
    "data/actors/.hidden.yml",
    "data/actors/.git/x.yml",
    "data/actors/x.yml~",
    "data/actors/#x.yml#",
    "data/actors/x.yml.bak",
    "data/actors/x.yml.orig",
    "data/articles/.draft.md",
    "data/articles/.obsidian/x.md",
    "data/articles/x.md~",
    "data/articles/x.md.swp",
    "data/articles/picture.png",
    "docs/articles/x.md",
    "articles/x.md",
]


@pytest.mark.parametrize("path", IGNORED)
def test_hidden_files_backups_and_other_files_are_passed_over(path: str, collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": ACTORS, path: CANARY})
    assert _ids(options) == ["kerry"]
    assert _codes(options) == []


def test_the_lock_that_emacs_leaves_is_passed_over(collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": ACTORS})
    (options.data_folder / ".#actors.yml").symlink_to("user@host.1234:5678")
    assert _codes(options) == []


@pytest.mark.parametrize(
    "path",
    ["data/actors.yaml", "data/actors/x.yaml", "data/articles/x.markdown", "data/articles/x.txt", "data/articles/x.MD",
     "data/actors/x.YML"],
)  # fmt: skip
def test_a_file_that_was_meant_and_is_not_read_is_reported(path: str, collection: MakeCollection) -> None:
    assert _codes(collection({path: CANARY})) == [(path, "unexpected-file")]


@pytest.mark.parametrize("place", ["actors.yml", "actors/canary.yml", "articles/canary.md", "articles", "actors"])
def test_a_link_out_of_data_is_refused(place: str, collection: MakeCollection, tmp_path: Path) -> None:
    options = collection({"outside/canary.yml": "{name: Canary, type: person}\n", "outside/canary.md": article("Yes.")})
    target = tmp_path / "outside"
    link_path = options.data_folder / place
    link_path.parent.mkdir(parents=True, exist_ok=True)
    link_path.symlink_to(target / link_path.name.replace("actors.yml", "canary.yml") if "." in place else target)
    assert _ids(options) == []
    assert _codes(options) == [(f"data/{place}", "outside-data")]


def test_a_link_to_a_folder_with_a_like_name_is_out_of_data(collection: MakeCollection, tmp_path: Path) -> None:
    options = collection({"data/actors.yml": ACTORS, "data-private/x.yml": CANARY})
    (options.data_folder / "actors").mkdir()
    (options.data_folder / "actors" / "x.yml").symlink_to(tmp_path / "data-private" / "x.yml")
    assert _codes(options) == [("data/actors/x.yml", "outside-data")]


@pytest.mark.parametrize("target", [".", "..", "loop", "../..", "missing"])
def test_links_that_lead_in_circles_or_to_nothing_are_reported_and_left(
    target: str, collection: MakeCollection
) -> None:
    options = collection({"data/actors.yml": ACTORS, "data/articles/one.md": article("One.")})
    (options.data_folder / "articles" / "loop").symlink_to(target)
    assert _ids(options) == ["kerry", "one"]
    assert _codes(options) == [("data/articles/loop", "outside-data")]


def test_a_link_to_a_file_inside_data_is_followed(collection: MakeCollection) -> None:
    options = collection({"data/actors/kerry.yml": ACTOR})
    (options.data_folder / "actors" / "other.yml").symlink_to("kerry.yml")
    assert _ids(options) == ["kerry", "other"]


def test_the_data_folder_itself_may_be_a_link(collection: MakeCollection, tmp_path: Path) -> None:
    collection({"elsewhere/actors.yml": ACTORS})
    (tmp_path / "data").symlink_to(tmp_path / "elsewhere")
    assert _ids(collection({})) == ["kerry"]


def test_a_data_folder_that_is_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    project, beside = tmp_path / "project", tmp_path / "beside"
    for folder in (project, beside):
        folder.mkdir()
    (beside / "actors.yml").write_text(ACTORS, encoding="utf-8")
    (project / "data").symlink_to(beside)
    assert _codes(Options(root=project, now=NOW)) == [("data", "outside-data")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_a_file_that_may_not_be_read_is_reported_and_the_rest_is_built(collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": ACTORS, "data/actors/lavrov.yml": ACTOR})
    (options.data_folder / "actors" / "lavrov.yml").chmod(0)
    assert _codes(options) == [("data/actors/lavrov.yml", "unreadable-file")]
    assert _ids(options) == ["kerry"]


def test_a_pipe_is_never_waited_for(collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": ACTORS})
    (options.data_folder / "articles").mkdir()
    os.mkfifo(options.data_folder / "articles" / "pipe.md")
    assert _codes(options) == [("data/articles/pipe.md", "unreadable-file")]
    assert _ids(options) == ["kerry"]


def test_a_file_that_is_not_utf_8_is_reported_at_its_first_bad_byte(collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": ACTORS})
    bad = options.data_folder / "actors" / "x.yml"
    bad.parent.mkdir()
    bad.write_bytes("name: Эрдоган\nsummary: Ж ".encode() + b"\xff\n")
    (problem,) = link(options)[1]
    assert (problem.code, problem.place.line, problem.place.column) == ("encoding", 2, 12)


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff", "   \t\n"])
def test_an_empty_file_is_never_taken_for_no_records(content: str, collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": content, "data/articles/one.md": article("One.")})
    assert _codes(options) == [("data/actors.yml", "empty-file")]
    assert _ids(options) == ["one"]


def test_a_file_of_exactly_the_allowed_size_is_read_and_one_byte_more_is_not(collection: MakeCollection) -> None:
    size = len(ACTORS.encode())
    assert _codes(collection({"data/actors.yml": ACTORS}, max_file_size=size)) == []
    assert _codes(collection({}, max_file_size=size - 1)) == [("data/actors.yml", "too-big")]


@pytest.mark.parametrize("content", ["# nothing yet\n", "---\n", "---\n...\n"])
def test_a_list_with_nothing_but_comments_is_no_crash(content: str, collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": content, "data/articles/one.md": article("One.")})
    assert _ids(options) == ["one"]
