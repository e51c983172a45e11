"""Files that do not belong: each is reported, none is followed, none overwritten, and nothing outside is touched."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from ast import literal_eval
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.diagnostics import FORMATS
from mkdocs_dossier.diagnostics.visible import HIDDEN
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import link
from tests.conftest import NOW, ROOT, MakeCollection, article
from tests.processes import run
from tests.small_project import write

ACTOR = "{name: Sergei Lavrov, type: person}\n"
ACTORS = "kerry: {name: John Kerry, type: person}\n"
CANARY = "Zeisig"
SETTINGS = "site_name: Test\ntheme: {name: dossier}\nplugins: [dossier: {search: false}]\n"


def _problems(collection: MakeCollection, paths: dict[bytes, bytes]) -> list[tuple[str, str]]:
    """Paths and codes of what is wrong with a collection that has these files too. Names are bytes, as on the disk."""
    options = collection({"data/actors.yml": ACTORS, "data/articles/one.md": article("John Kerry.")})
    for path, content in paths.items():
        target = os.path.join(os.fsencode(options.root), b"data", path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content)
    corpus, problems = link(options)
    assert "kerry" in corpus.collection.actors and "one" in corpus.collection.documents
    for problem in problems:
        assert problem.hint
        text, plain, github = (FORMATS[form](problem) for form in ("text", "json", "github"))
        assert not any(HIDDEN.search(line) for line in (*text.split("\n"), plain, github))
        assert "\n" not in plain + github
    return [(p.place.path, p.code) for p in problems]


NAMES = {
    "a control character": (b"actors/a\x1b[31mb.yml", "bad-id"),
    "a line end": (b"actors/a\n::error::b.yml", "bad-id"),
    "a mark of direction": ("actors/a\u202elmy.yml".encode(), "bad-id"),
    "a zero-width space": ("actors/a\u200bb.yml".encode(), "bad-id"),
    "bytes that are no text": (b"actors/\xff\xfe.yml", "bad-id"),
    "a capital": (b"actors/Kerry.yml", "bad-id"),
    "a device of Windows": (b"actors/aux.yml", "bad-id"),
    "another one": (b"events/com1.yml", "bad-id"),
    "an article that is a device": (b"articles/con.md", "bad-id"),
    "a folder that is a device": (b"articles/nul/brief.md", "bad-id"),
    "an index": (b"articles/index.md", "bad-id"),
    "an article with nothing in its name": (b"articles/---.md", "bad-id"),
    "an article whose name is no letters": ("articles/\u202e.md".encode(), "bad-id"),
    "a dot at the end": (b"actors/a.yml.", "unexpected-file"),
    "a space at the end": (b"actors/a.yml ", "unexpected-file"),
    "an article with a space at the end": (b"articles/a.md ", "unexpected-file"),
    "fullwidth letters": ("articles/a.\uff4d\uff44".encode(), "unexpected-file"),
    "a list in capitals": (b"ACTORS.yml", "unexpected-file"),
    "a list with a space": (b"events.yml ", "unexpected-file"),
    "a space before the ending": (b"actors/a .yml", "bad-id"),
    "two dots": (b"actors/a..b.yml", "bad-id"),
    "a percent sign": (b"actors/%2e%2e.yml", "bad-id"),
    "a backslash": (b"actors/a\\..\\x.yml", "bad-id"),
    "a colon": (b"actors/c:x.yml", "bad-id"),
    "eighty-one letters": (b"actors/" + b"a" * 81 + b".yml", "bad-id"),
    "as many letters as may be": (b"actors/" + b"a" * 251 + b".yml", "bad-id"),
}


@pytest.mark.promise("strange-files")
@pytest.mark.parametrize("what", NAMES)
def test_a_strange_name_is_reported_in_letters_that_hide_nothing(what: str, collection: MakeCollection) -> None:
    path, code = NAMES[what]
    content = article("Text.").encode() if b"md" in path or "fullwidth" in what else ACTOR.encode()
    ((told, found),) = _problems(collection, {path: content})
    assert found == code
    assert os.fsencode(told) == b"data/" + path


@pytest.mark.promise("strange-files")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("articles/Brief.md", "articles/brief.md"),
        ("articles/caf\u00e9.md", "articles/cafe\u0301.md"),
        ("articles/a b.md", "articles/a-b.md"),
        ("articles/A/b.md", "articles/a/B.md"),
        ("articles/stra\u00dfe.md", "articles/strasse.md"),
        ("articles/" + "a" * 240 + "b.md", "articles/" + "a" * 240 + "c.md"),
        ("articles/\u202ea.md", "articles/a.md"),
        ("articles/brief.md", "articles/brief .md"),
        ("actors/a.yml", "actors/deep/a.yml"),
    ],
)
def test_two_names_that_would_be_one_page_are_reported_and_none_is_overwritten(
    one: str, other: str, collection: MakeCollection
) -> None:
    def content(word: str) -> bytes:
        return (article(word) if one.endswith(".md") else f"{{name: {word}, type: person}}\n").encode()

    ((_, code),) = _problems(collection, {one.encode(): content("First"), other.encode(): content("Second")})
    assert code == "duplicate-id"


@pytest.mark.promise("strange-files")
def test_a_long_name_of_an_article_makes_a_page_that_can_be_written(collection: MakeCollection) -> None:
    longest = "я" * 125
    assert _problems(collection, {f"articles/{longest}.md".encode(): article("Text.").encode()}) == []
    deep = "/".join(["b" * 90] * 6)
    ((_, code),) = _problems(collection, {f"articles/{deep}/x.md".encode(): article("Text.").encode()})
    assert code == "bad-id"


@pytest.mark.promise("strange-files")
def test_a_folder_with_the_wrong_name_is_reported(collection: MakeCollection) -> None:
    assert _problems(collection, {b"Articles/x.md": article("Text.").encode()}) == [
        ("data/Articles", "unexpected-file")
    ]


@pytest.mark.promise("strange-files")
def test_folders_without_end_are_reported_and_left(collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": ACTORS})
    path = options.data_folder / "articles"
    path.mkdir()
    here = os.open(path, os.O_RDONLY)
    try:
        # Deeper than any path may be long.
        for _ in range(3_000):
            os.mkdir("d", dir_fd=here)
            below = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
    finally:
        os.close(here)
    try:
        corpus, problems = link(options)
        assert list(corpus.collection.actors) == ["kerry"]
        assert [(p.code, p.message) for p in problems] == [("unreadable-file", "this is more than 30 folders deep")]
    finally:
        subprocess.run(["rm", "-rf", str(path)], check=True)


@pytest.mark.promise("strange-files")
def test_pipes_sockets_and_devices_are_never_opened(collection: MakeCollection) -> None:
    options = collection(
        {"data/actors.yml": ACTORS, "data/articles/one.md": article("![a](pipe.png) ![b](socket.png)")}
    )
    articles, actors = options.data_folder / "articles", options.data_folder / "actors"
    actors.mkdir()
    for path in (articles / "pipe.md", articles / "pipe.png", actors / "pipe.yml", options.data_folder / "events.yml"):
        os.mkfifo(path)
    (articles / "zero.md").symlink_to("/dev/zero")
    (actors / "random.yml").symlink_to("/dev/urandom")
    (articles / "folder.md").mkdir()
    # A path to a socket may have about a hundred characters.
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{short}/s")
        for path in (actors / "socket.yml", articles / "socket.png"):
            os.link(f"{short}/s", path)
        site, problems = write_site(options)
    assert {(p.place.path.removeprefix("data/"), p.code) for p in problems} == {
        ("articles/pipe.md", "unreadable-file"),
        ("articles/one.md", "unknown-picture"),
        ("actors/pipe.yml", "unreadable-file"),
        ("events.yml", "unreadable-file"),
        ("articles/zero.md", "outside-data"),
        ("actors/random.yml", "outside-data"),
        ("articles/folder.md", "unreadable-file"),
        ("actors/socket.yml", "unreadable-file"),
    }
    assert "articles/one.md" in site.pages


@pytest.mark.promise("strange-files")
def test_what_nobody_may_read_is_reported_and_the_rest_is_built() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = {
            "data/actors.yml": ACTORS,
            "data/actors/shut.yml": ACTOR,
            "data/articles/shut/a.md": article("Text."),
            "data/articles/one.md": article("John Kerry."),
        }
        write(root, files)
        options = Options(root=root, now=NOW)
        link(options)  # so that all modules are there
        (root / "data/actors/shut.yml").chmod(0)
        (root / "data/articles/shut").chmod(0)
        root.chmod(0o755)
        with _as_nobody():
            corpus, problems = link(options)
        (root / "data/articles/shut").chmod(0o700)
    assert [(p.place.path, p.code) for p in problems] == [
        ("data/actors/shut.yml", "unreadable-file"),
        ("data/articles/shut", "unreadable-file"),
    ]
    assert list(corpus.collection.documents) == ["one"]


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Root can read everything, so it steps down."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


BAD_IDS = ("../x", ".", "..", "/etc/passwd", "a/../b", "%2e%2e%2fx", "..\\x", "c:x", "x\u202ey", "con", "index", "x y")


@pytest.mark.promise("strange-files")
@pytest.mark.parametrize("id", BAD_IDS)
def test_an_id_that_is_a_path_leads_nowhere_in_any_place(id: str, collection: MakeCollection) -> None:
    given = json.dumps(id)
    options = collection(
        {
            "data/actors.yml": f"""
                {given}: {{name: Zeisig, type: person}}
                kerry:
                  name: John Kerry
                  type: person
                  relations: [{{type: ally-of, actor: {given}}}]
                  sources: [{given}, {{article: {given}, quote: words}}]
                reuters: {{name: Reuters, type: media, formerly: [{given}]}}
                """,
            "data/events.yml": f"""
                {given}: {{title: Zeisig, date: 2016}}
                talks: {{title: Talks, date: 2016, part_of: {given}, actors: [{given}, {{actor: {given}}}]}}
                """,
            "data/articles/one.md": article(
                f"[[{id}]] and [[{id}|he]] sang. ![a](<{id}/x.png>)",
                actors=f"[{given}]",
                events=f"[{given}]",
                mentions=f"{{he: {given}}}",
            ),
        }
    )
    site, problems = write_site(options)
    pages = [*site.pages, *site.site.index.corpus.collection.pictures]
    assert all(".." not in page.split("/") and not page.startswith("/") and "%" not in page for page in pages)
    assert not [
        page for page in pages if page.startswith(("actors/", "events/")) and "x" in page.rpartition("/")[2][:-8]
    ]
    assert "Zeisig" not in "".join(page.markdown for page in site.pages.values())
    lines = {(p.place.path, p.place.line) for p in problems}
    # The key and the relation and the sources of actors; the key and the wider event; the article.
    assert {("data/actors.yml", 2), ("data/events.yml", 2), ("data/events.yml", 3)} <= lines
    assert any(path == "data/articles/one.md" for path, _ in lines)
    assert all(not HIDDEN.search(line) for p in problems for line in FORMATS["text"](p).split("\n"))


# -- nothing outside is touched -------------------------------------------------------------------


@pytest.fixture
def besieged(tmp_path: Path) -> Iterator[Path]:
    """A project full of links that lead out of it, beside a folder with what they lead to."""
    outside, root = tmp_path / "outside", tmp_path / "project"
    secret = {
        "secret.md": article(f"{CANARY} sang."),
        "secret.yml": f"{{name: {CANARY}, type: person}}\n",
        "actors.yml": f"secret: {{name: {CANARY}, type: person}}\n",
        "articles/secret.md": article(f"{CANARY} sang."),
        "secret.png": "PNG",
        "cache/check": "",
        "page.md": f"# {CANARY}\n",
    }
    write(outside, secret)
    files = {
        "mkdocs.yml": SETTINGS,
        "docs/about.md": "# About\n",
        "data/actors.yml": ACTORS,
        "data/articles/one.md": article("John Kerry sang. ![a](secret.png) ![b](../../../outside/secret.png)"),
        "data/articles/two.md": article("Two.", outlet="../../../outside/secret"),
    }
    write(root, files)
    for path, target in {
        "data/articles/secret.md": "secret.md",
        "data/articles/secret.png": "secret.png",
        "data/articles/folder": "articles",
        "data/actors/secret.yml": "secret.yml",
        "data/events.yml": "actors.yml",
        "data/events": "articles",
        ".cache/dossier": "cache",
        ".dossier-ids": "cache",
        ".gitignore": "secret.md",
        ".vscode": "cache",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(outside / target)
    (root / "data/articles/loop").symlink_to(".")
    yield root


def _touched(log: Path) -> Iterator[tuple[str, str]]:
    """What was done to which file, by its real path."""
    for line in log.read_text().splitlines():
        kind, _, path = line.partition(" ")
        yield kind, os.path.realpath(literal_eval(path))


COMMANDS = {
    "check": ("dossier", "check"),
    "why": ("dossier", "why", "--all"),
    "build --to": ("dossier", "build", "--to", "tree"),
    "schema --vscode": ("dossier", "schema", "--vscode"),
    "new": ("dossier", "new", "actor", "--name", "Ann Bird", "--type", "person"),
    "rename": ("dossier", "rename", "kerry", "john-kerry"),
    "suggest": ("dossier", "suggest"),
    "mkdocs build": ("mkdocs", "build"),
}


@pytest.mark.promise("strange-files")
@pytest.mark.parametrize("what", COMMANDS)
def test_no_command_reads_or_writes_anything_that_a_link_in_the_data_leads_to(what: str, besieged: Path) -> None:
    outside, log, scratch = besieged.parent / "outside", besieged.parent / "log", besieged.parent / "scratch"
    scratch.mkdir()
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.watched", str(log), *COMMANDS[what]],
        cwd=besieged,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch), "DOSSIER_EXECUTOR": "serial"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert CANARY not in done.stdout + done.stderr
    touched = set(_touched(log))
    assert ("read", str(besieged / "data/actors.yml")) in touched
    assert [path for _, path in touched if Path(path).is_relative_to(outside)] == []
    here = (besieged, scratch, Path("/dev/null"), Path("/proc"))
    strange = [path for kind, path in touched if kind == "write" and not any(map(Path(path).is_relative_to, here))]
    assert strange == []
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before


@pytest.mark.promise("strange-files")
def test_a_data_folder_that_is_a_link_out_of_the_project_is_refused_unless_the_settings_name_it(besieged: Path) -> None:
    (besieged / "data").rename(besieged / "old")
    (besieged / "data").symlink_to(besieged.parent / "outside")
    done = run("dossier", "check", cwd=besieged)
    assert done.returncode == 1 and "data:1:1: error[outside-data]" in done.stdout
    settings = f"site_name: Test\nplugins: [dossier: {{data_dir: {besieged.parent / 'outside'}}}]\n"
    (besieged / "mkdocs.yml").write_text(settings)
    done = run("dossier", "check", cwd=besieged)
    assert done.returncode == 0, done.stdout


@pytest.mark.promise("strange-files")
def test_a_page_written_by_hand_that_is_a_link_out_of_docs_is_left_out_and_named(tmp_path: Path) -> None:
    files = {
        "outside/page.md": f"# {CANARY}\n",
        "project/mkdocs.yml": SETTINGS,
        "project/docs/about.md": "# About\n",
        "project/data/actors.yml": ACTORS,
    }
    root = write(tmp_path, files) / "project"
    (root / "docs/page.md").symlink_to(tmp_path / "outside/page.md")
    (root / "docs/same.md").symlink_to("about.md")
    os.mkfifo(root / "docs/pipe.md")
    done = run("dossier", "build", "--to", "tree", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "page.md is left out" in done.stderr and "pipe.md is left out" in done.stderr
    written = {path.name for path in (root / "tree/docs").iterdir() if path.is_file()}
    assert {"about.md", "same.md"} <= written and not {"page.md", "pipe.md"} & written
