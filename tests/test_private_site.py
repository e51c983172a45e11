"""What is private stays private in real builds: it is in no file of a site, no log, no cache and no file's time."""

from __future__ import annotations

import gzip
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from tests.conftest import article
from tests.private_collections import CANARY, NEVER, private_projects
from tests.processes import run, serving
from tests.random_collections import Project, write
from tests.site_edits import append, files_of, remove, swap
from tests.small_project import Step, put
from tests.test_same_bytes import CALM

EPOCH = {"SOURCE_DATE_EPOCH": "1767225600"}  # the first moment of 2026
REAL: dict[str, Any] = {**CALM, "phases": (Phase.generate,)}
SETTINGS = """
site_name: A site
site_url: https://example.org/sub/
repo_url: https://example.org/repository
edit_uri: edit/main/docs/
theme: {name: dossier}
plugins: [dossier]
validation: {omitted_files: ignore}
"""
HOME = "# A site\n\n<!-- dossier:home -->\n"


def _said(text: str) -> list[str]:
    """What a log warns of but what is private. Where records are deleted, others stand on other lines."""
    lines = (re.sub(r":\d+:\d+", "", line) for line in text.splitlines() if line.startswith(("WARN", "ERR")))
    # An overrule that names a private actor may also be one of words that the text does not hold.
    return sorted(line for line in lines if "[private-reference]" not in line and "[unused-overrule]" not in line)


def _built(root: Path, project: Project) -> tuple[dict[str, bytes], dict[str, bytes], list[str]]:
    """The site, the Markdown tree, and what was said."""
    write(project, root)
    put("mkdocs.yml", SETTINGS)(root)
    put("docs/index.md", HOME)(root)
    site, tree = run("mkdocs", "build", cwd=root, **EPOCH), run("dossier", "build", "--to", "out", cwd=root, **EPOCH)
    assert (site.returncode, tree.returncode) == (0, 0), site.stderr + tree.stderr + tree.stdout
    return files_of(root / "site"), files_of(root / "out"), _said(site.stderr)


def hold(root: Path, present: Project, without: Project) -> None:
    """Build both collections."""
    for folder in ("present", "deleted"):
        remove(folder)(root)
    with ThreadPoolExecutor() as pool:
        found, wanted = pool.map(_built, (root / "present", root / "deleted"), (present, without))
    for files, others in zip(found[:2], wanted[:2], strict=True):
        assert files.keys() == others.keys()
        assert [path for path in files if files[path] != others[path]] == []
        assert [path for path in files if CANARY in (path + _plain(files[path])).lower()] == []
    assert any(path.endswith(".pf_index") for path in found[0])
    assert found[2] == wanted[2]


def _plain(content: bytes) -> str:
    """What stands in a file, whether it is packed or not."""
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    head, _, packed = content.partition(b"\n")
    with suppress(zlib.error):
        content = head + zlib.decompress(packed)  # a file of the cache
    return content.decode("utf-8", "replace")


@settings(max_examples=3, **REAL)
@given(both=private_projects())
@pytest.mark.promise("as-if-deleted")
def test_a_built_site_is_to_the_byte_that_without_private_records(
    tmp_path: Path, both: tuple[Project, Project]
) -> None:
    hold(tmp_path, *both)


@pytest.mark.long
@settings(max_examples=60, **REAL)
@given(both=private_projects())
@pytest.mark.promise("as-if-deleted")
def test_many_built_sites_are_to_the_byte_those_without_private_records(
    tmp_path: Path, both: tuple[Project, Project]
) -> None:
    hold(tmp_path, *both)


# -- words -------------------------------------------------------------------------------------

WORD = CANARY
ACTORS = f"""
kerry: {{name: John Kerry, type: person, countries: [US], notes: Ask {WORD}.}}
xinhua:
  name: Xinhua
  type: media
  notes: [{WORD}, {{{WORD}: {WORD}}}]
  relations:
    - {{type: opposes, actor: source-one, summary: Said in confidence.}}
source-one:
  name: Mr {WORD}
  type: person
  status: withheld
  aliases: [the {WORD}, {{name: {WORD.upper()}, weak: true}}]
  not: [the {WORD} hotel]
  countries: [CL]
  summary: A *{WORD}* and [a page](https://{WORD}.example.org/).
  born: 1950
  roles: [{{title: Chief {WORD}, organization: The {WORD} office, sources: [{{title: {WORD}, says: {WORD}}}]}}]
  relations: [{{type: {WORD}-of, actor: kerry, summary: {WORD}}}]
  links: {{{WORD}: https://{WORD}.example.org/, website: https://{WORD}.example.org/}}
  sources: [{{article: one, quote: met nobody, says: {WORD}}}, {{title: {WORD}, outlet: {WORD}}}]
"""
EVENTS = f"""
talks: {{title: Talks, date: 2016-08-18, actors: [kerry, {{actor: source-one, role: host}}], sources: [two]}}
hidden:
  title: The {WORD} meeting
  date: 2016-08-19
  embargo: {NEVER}
  type: {WORD}
  place: {{name: {WORD}, country: CL, lat: 1, lon: 2, precision: {WORD}}}
  actors: [{{actor: kerry, role: {WORD}}}]
  summary: "{WORD}"
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": HOME,
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/countries.yml": f"QZ: {{name: {WORD}, aliases: [{WORD}], summary: {WORD}, status: draft}}\n",
    "data/articles/one.md": article(
        "John Kerry met nobody in China. [[source-one|He]] had left on Monday.",
        events="[hidden, talks]",
        outlet="xinhua",
        mentions="{left: source-one}",
        notes=f"From {WORD}.",
    ),
    "data/articles/two.md": article(
        f"The {WORD} met John Kerry in Chile on 3 May 2014.",
        title=f"On {WORD}",
        status="draft",
        authors=f"[{WORD}]",
        url=f"https://{WORD}.example.org/a",
        archived=f"https://{WORD}.example.org/b",
        summary=WORD,
        based_on=f"[{{title: {WORD}, url: 'https://{WORD}.example.org/c'}}]",
        mentions=f"{{{WORD}: kerry, Chile: false}}",
    ),
    f"data/articles/{WORD}/{WORD}.md": article("Nothing.", status="withheld"),
    f"data/actors/{WORD}-alone.yml": f"name: {WORD}\ntype: person\nembargo: {NEVER}\n",
}
COMMANDS = (
    ("mkdocs", "build", "--verbose"),
    ("mkdocs", "build", "--verbose"),  # with a cache
    ("dossier", "build", "--to", "out"),
    ("dossier", "check"),
    ("dossier", "check", "--format", "json"),
    ("dossier", "check", "--format", "github"),
    ("dossier", "why", "--all"),
    ("dossier", "why", "--all", "--format", "jsonl"),
    ("dossier", "suggest"),
    ("dossier", "suggest", "--format", "json"),
    ("dossier", "why", "tow"),
    ("dossier", "schema", "--vscode"),
)


@pytest.mark.promise("no-private-word")
def test_private_words_are_in_no_file_no_line_that_is_printed_and_no_cache(tmp_path: Path) -> None:
    for path, text in FILES.items():
        put(path, text)(tmp_path)
    for command in COMMANDS:
        done = run(*command, cwd=tmp_path, **EPOCH)
        assert done.returncode == (2 if command[-1] == "tow" else 0), done.stdout + done.stderr
        printed = (done.stdout + done.stderr).replace(str(tmp_path), "")
        assert [line for line in printed.lower().splitlines() if WORD in line] == [], command
    for folder in ("site", "out", ".cache"):
        assert _betrayed(tmp_path / folder) == []
    assert _betrayed(tmp_path / ".dossier-ids") != []  # an editor proposes them all
    site = "".join(map(_plain, files_of(tmp_path / "site").values()))
    assert "source-one" not in site  # not even the id that public records name
    assert not {"countries/chile", "dates/2014", "dates/2016/08/19"} & _folders(tmp_path / "site")


def _betrayed(folder: Path) -> list[str]:
    """The files in which the word stands, packed or not."""
    files = {path: path + _plain(content) for path, content in files_of(folder).items()}
    assert any("Kerry" in content or "kerry" in content for content in files.values())  # they are read
    return [path for path, content in files.items() if WORD in content.lower()]


@pytest.mark.promise("no-private-word")
def test_a_preview_that_shows_drafts_and_the_ids_for_the_editor_leave_no_word_in_the_cache(tmp_path: Path) -> None:
    for path, text in FILES.items():
        put(path, text)(tmp_path)
    assert run("mkdocs", "build", cwd=tmp_path).returncode == 0
    assert run("dossier", "schema", "--vscode", cwd=tmp_path).returncode == 0
    with serving(tmp_path, DOSSIER_DRAFTS="1") as server:
        server.wait_for("sub/actors/kerry/", lambda page: WORD in page)
        with server.turning("sub/actors/kerry/", lambda page: "sang again" in page):
            append("data/articles/two.md", f"\nThe {WORD} sang again.\n")(tmp_path)
            append("data/articles/one.md", "\nKerry sang again.\n")(tmp_path)
    assert _betrayed(tmp_path / ".cache") == []


def _folders(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}


BROKEN = {
    "a quote that is not closed": f'title: "{WORD}',
    "a colon in a text": f"title: {WORD}: {WORD}",
    "a tab": f"title: {WORD}\n\tlang: {WORD}",
    "a bad date": f"title: {WORD}\nembargo: 2999-01-01\narchived: {WORD}",
    "an anchor": f"title: &{WORD} a",
    "an alias": f"title: *{WORD}",
    "a tag": f"title: !{WORD} a",
    "a key twice": f"title: {WORD}\ntitle: {WORD}",
    "a bad escape": f'title: "\\{WORD}"',
    "a line that is no field": f"title: A\n{WORD}",
    "an unknown key": f"title: A\n{WORD}: {WORD}",
    "a list in place of a text": f"title: A\nsummary: [{WORD}]",
    "a slip in the status": f"title: {WORD}\nstaus: draft\nlang: {WORD}",
}
"""What may be wrong in the front matter of an article that is not to be published."""


@pytest.mark.promise("no-private-word")
def test_private_words_are_in_no_line_on_what_is_broken(tmp_path: Path) -> None:
    put("mkdocs.yml", SETTINGS)(tmp_path)
    put("docs/index.md", HOME)(tmp_path)
    for number, fields in enumerate(BROKEN.values()):
        status = "" if "staus" in fields else "status: draft\n"
        text = f"---\ndate: 2016-08-18\n{status}{fields}\n---\n\nThe {WORD}.\n"
        put(f"data/articles/{number}.md", text)(tmp_path)
        if number > 3:
            put(f"data/actors/a{number}.yml", f"name: {WORD}\ntype: person\nstatus: draft\n{fields}\n")(tmp_path)
    put("data/articles/open.md", f"----\ntitle: {WORD}\nstatus: draft\n---\n\n{WORD}\n")(tmp_path)
    commands = (*COMMANDS[3:6], ("dossier", "build", "--to", "out"), ("mkdocs", "build", "--verbose"))
    for command in commands:
        done = run(*command, cwd=tmp_path, **EPOCH)
        printed = (done.stdout + done.stderr).replace(str(tmp_path), "")
        assert done.returncode == 1, command
        assert [line for line in printed.lower().splitlines() if WORD in line] == [], command
        assert printed.count("data/articles/") >= len(BROKEN), command
    assert [path for path, content in files_of(tmp_path / ".cache").items() if WORD in _plain(content).lower()] == []
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / "out").exists()


# -- exit codes ---------------------------------------------------------------------------------

IN_NOBODYS_WAY = {
    f"data/actors/{WORD}.yml": f"name: {WORD}\ntype: person\nstatus: draft\nformerly: [kerry, the-agency]\n",
    f"data/actors/{WORD}/kerry.yml": f"name: {WORD}\ntype: person\nstatus: draft\n",
    f"data/actors/{WORD}/more/kerry.yml": f"name: {WORD}\ntype: person\nembargo: {NEVER}\n",
    f"data/events/{WORD}.yml": f"title: {WORD}\ndate: 2016\nstatus: withheld\nformerly: [talks, old-talks]\n",
    "data/articles/ONE.md": article(f"The {WORD}.", status="draft", formerly="[two]"),
    "data/articles/heavy.md": article(f"{WORD} [" * 20_000, status="draft"),
}
"""Private records that have or had the id of a public one, and one that is too much to read."""
PUBLIC = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": HOME,
    "data/actors.yml": (
        "kerry: {name: John Kerry, type: person}\n"
        "xinhua: {name: Xinhua, type: media, formerly: [the-agency, a-draft]}\n"
    ),
    "data/actors/a-draft.yml": "name: A Draft\ntype: person\n",
    "data/events.yml": "talks: {title: Talks, date: 2016-08-18, actors: [kerry], formerly: [old-talks]}\n",
    "data/articles/one.md": article("John Kerry met Xinhua.", formerly="[before]"),
    "data/articles/two.md": article("John Kerry left.", outlet="xinhua"),
}


@pytest.mark.promise("as-if-deleted")
def test_no_private_record_stops_a_strict_build_or_changes_a_byte_of_it(tmp_path: Path) -> None:
    built = {}
    for name, more in {"present": IN_NOBODYS_WAY, "deleted": {}}.items():
        root = tmp_path / name
        for path, text in (PUBLIC | more).items():
            put(path, text)(root)
        if more:
            append("data/actors/a-draft.yml", "status: draft\n")(root)
        else:
            remove("data/actors/a-draft.yml")(root)
        commands = (("mkdocs", "build", "--strict"), ("dossier", "check", "--strict"))
        for command in commands:
            done = run(*command, cwd=root, **EPOCH)
            assert done.returncode == 0, done.stdout + done.stderr
        built[name] = files_of(root / "site")
    assert built["present"] == built["deleted"]


# -- times -------------------------------------------------------------------------------------

PRIVATE_EDITS: dict[str, Step] = {
    "a draft says more": append("data/articles/two.md", "\nJohn Kerry and Xinhua were in Norway on 5 May 2015.\n"),
    "a withheld actor has another name": swap("data/actors.yml", f"name: Mr {WORD}", "name: John Kerry"),
    "notes on an actor change": swap("data/actors.yml", f"notes: Ask {WORD}.", "notes: Ask nobody."),
    "notes on an article change": swap("data/articles/one.md", f"From {WORD}.", "From nobody."),
    "a draft is added": put("data/articles/2016/more.md", article("John Kerry left.", status="draft")),
    "drafts are removed": remove(f"data/articles/{WORD}"),
}


@pytest.mark.promise("as-if-deleted")
def test_an_edit_of_what_is_private_touches_no_file_of_the_site(tmp_path: Path) -> None:
    for path, text in FILES.items():
        put(path, text)(tmp_path)
    assert run("mkdocs", "build", cwd=tmp_path, **EPOCH).returncode == 0
    before = _times(tmp_path / "site")
    assert any("pagefind" in path for path in before)
    for step in PRIVATE_EDITS.values():
        step(tmp_path)
    assert run("mkdocs", "build", cwd=tmp_path, **EPOCH).returncode == 0
    assert _times(tmp_path / "site") == before
    # An edit of what is public does.
    append("data/articles/one.md", "\nKerry had left.\n")(tmp_path)
    assert run("mkdocs", "build", cwd=tmp_path, **EPOCH).returncode == 0
    assert _times(tmp_path / "site")["articles/one/index.html"] != before["articles/one/index.html"]


def _times(site: Path) -> dict[str, tuple[int, int]]:
    """When each file and folder was last written (ns), and how long it is."""
    found = {path.relative_to(site).as_posix(): path.stat() for path in (site, *site.rglob("*"))}
    return {path: (status.st_mtime_ns, status.st_size) for path, status in found.items()}
