"""`dossier import FOLDER`: the texts of a site or of notes, with their fields, folders and pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import MakeCollection
from tests.imports.saved import FIRST, SECOND
from tests.imports.written import mail
from tests.processes import run

ACTORS = "jane-roe: {name: Jane Roe, type: person}\n"
SITE = "site_name: T\ntheme:\n  name: dossier\nplugins:\n  - dossier\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


@pytest.fixture
def project(collection: MakeCollection) -> Path:
    root = collection({"data/actors.yml": ACTORS, "mkdocs.yml": SITE, "docs/about.md": "# About\n"}).root
    (root / "data/articles").mkdir(exist_ok=True)
    return root


def _put(project: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _made(project: Path) -> dict[str, str]:
    base = project / "data/articles"
    return {path.relative_to(base).as_posix(): path.read_text("utf-8") for path in sorted(base.rglob("*.md"))}


def _fields(text: str) -> dict[str, str]:
    head = text.split("\n---\n")[0].splitlines()[1:]
    return {line.partition(": ")[0]: line.partition(": ")[2] for line in head if not line.startswith("#")}


TEXT = f"{FIRST}\n\n{SECOND}\n"
SITES = {
    "Jekyll": (
        "_posts/2016-08-18-the-visit.md",
        f"---\nlayout: post\ntitle: The visit\ntags: navy port\ncategories: [World]\n---\n{TEXT}"
        "{% highlight ruby %}\nputs 1\n{% endhighlight %}\n{% include note.html %}\n",
        {"title": "The visit", "date": "2016-08-18  # guessed from the file's name", "tags": "[navy, port, World]"},
    ),
    "Hugo TOML": (
        "content/posts/visit.md",
        f"+++\ntitle = 'The visit'\ndate = 2016-08-18T11:13:00+01:00\n[taxonomies]\ntags = ['navy']\n+++\n{TEXT}"
        '{{< figure src="x.png" >}}\n',
        {"title": "The visit", "date": '"2016-08-18T11:13:00+01:00"', "tags": "[navy]"},
    ),
    "Hugo JSON": (
        "content/visit.md",
        f'{{"Title": "The visit", "publishDate": "2016-08-18", "Tags": ["navy"]}}\n{TEXT}',
        {"title": "The visit", "date": "2016-08-18", "tags": "[navy]"},
    ),
    "Astro": (
        "src/content/blog/visit.mdx",
        "---\ntitle: The visit\npubDate: Aug 18 2016\ndescription: A visit.\n---\nimport X from '../x.astro';\n\n"
        f"{TEXT}",
        {"title": "The visit", "date": "2016-08-18", "summary": "A visit."},
    ),
    "Eleventy": (
        "posts/visit.md",
        f"---\nTITLE: The visit\nDate: 2016-08-18\ntags:\n  - navy\n---\n{TEXT}{{{{ collections.all }}}}\n",
        {"title": "The visit", "date": "2016-08-18", "tags": "[navy]"},
    ),
    "Obsidian": (
        "Clippings/The visit.md",
        '---\ntitle: "The visit"\nsource: "https://example.org/visit"\nauthor:\n  - "[[Ann Other]]"\n'
        "published: 2016-08-18\ncreated: 2020-01-02\ntags:\n  - clippings\n---\n"
        f"{TEXT}See [[Port|the port]] %%mine%%.\n",
        {"title": "The visit", "date": "2016-08-18", "url": "https://example.org/visit", "authors": "[Ann Other]"},
    ),
    "MarkDownload": (
        "The visit.md",
        "---\ncreated: 2016-08-18T11:13:00 (UTC +01:00)\ntags: []\nsource: https://example.org/visit\nauthor: \n---\n"
        f"\n# The visit\n\n{TEXT}",
        {"title": "The visit  # guessed from the first heading", "url": "https://example.org/visit"},
    ),
}


@pytest.mark.parametrize("name", SITES)
def test_the_texts_of_a_site_keep_their_fields(project: Path, name: str) -> None:
    path, text, fields = SITES[name]
    _put(project, {f"site/{path}": text})
    done = run("dossier", "import", "site", cwd=project)
    assert done.returncode == 0, done.stderr
    (made,) = _made(project).values()
    assert _fields(made) | fields == _fields(made)
    assert FIRST in made
    for mark in ("{%", "{{", "%%", "import X", "[["):
        assert mark not in made
    assert run("dossier", "check", "--strict", cwd=project).returncode == 0


def test_sub_folders_are_kept_and_what_is_no_text_is_named(project: Path) -> None:
    post = f"---\ntitle: {{}}\ndate: 2016-08-18\n---\n{TEXT}"
    _put(
        project,
        {
            "site/world/asia/a.md": post.format("A"),
            "site/b.md": post.format("B"),
            "site/style.css": "a {}",
            "site/_config.yml": "title: x",
            "site/node_modules/c.md": post.format("C"),
            "site/.obsidian/d.md": post.format("D"),
            "site/README.md": "# Site",
            "site/mail.eml": mail().as_bytes(),
        },
    )
    done = run("dossier", "import", "site", cwd=project)
    assert done.returncode == 0, done.stderr
    assert list(_made(project)) == ["2016/b.md", "2016/the-admirals-visit-0.md", "world/asia/a.md"]
    assert done.stderr.splitlines()[-1] == "not taken: 1 × a file of settings, 1 × the source of a program"
    more = run("dossier", "import", "site", "--to", "old", "--again", cwd=project)
    assert more.returncode == 0, more.stderr
    assert "old/world/asia/a.md" in _made(project)


def test_pictures_come_along_cleaned_and_nothing_from_outside_does(project: Path) -> None:
    text = (
        f"---\ntitle: The visit\ndate: 2016-08-18\n---\n{TEXT}![The gate](../img/gate.png) ![[Plan of it.png]] "
        "![out](../../secret.png) ![far](https://example.org/x.png) ![none](no.png) ![drawn](x.svg) "
        "![root](/logo.png)\n"
    )
    secret = PNG[:-12] + b"\0\0\0\x04tEXta\0me\x9f\xa1\x9e\x9c" + PNG[-12:]
    files: dict[str, str | bytes] = {"site/posts/visit.md": text, "site/img/gate.png": PNG, "secret.png": PNG}
    files |= {"site/attachments/Plan of it.png": secret, "site/posts/x.svg": "<svg/>", "site/static/logo.png": PNG}
    _put(project, files)
    done = run("dossier", "import", "site", cwd=project)
    assert done.returncode == 0, done.stderr
    base = project / "data/articles/posts"
    names = sorted(path.name for path in base.iterdir())
    assert names == ["the-visit-gate.png", "the-visit-logo.png", "the-visit-plan-of-it.png", "the-visit.md"]
    made = (base / "the-visit.md").read_text("utf-8")
    assert "![The gate](the-visit-gate.png) ![Plan of it](the-visit-plan-of-it.png) out ![far](https" in made
    assert b"tEXt" not in (base / "the-visit-plan-of-it.png").read_bytes()
    for name in ("../../secret.png", "no.png", "x.svg"):
        assert f"not taken: the picture {name}: " in done.stderr


def test_a_link_in_a_folder_is_not_followed(project: Path) -> None:
    _put(project, {"private.md": f"---\ntitle: P\ndate: 2016-08-18\n---\n{TEXT}", "site/a.css": "a {}"})
    os.symlink(project / "private.md", project / "site/b.md")
    os.symlink(project, project / "site/c")
    run("dossier", "import", "site", cwd=project)
    assert _made(project) == {}


def test_drafts_stay_drafts_where_others_are_published(project: Path) -> None:
    post = f"---\ntitle: {{}}\ndate: 2016-08-18\n{{}}\n---\n{TEXT}"
    files = {"a": "", "b": "draft: true", "c": "published: false", "d": "published: 2016-08-18", "e": "Draft: no"}
    _put(project, {f"site/{name}.md": post.format(name, line) for name, line in files.items()})
    done = run("dossier", "import", "site", "--publish", cwd=project)
    assert done.returncode == 0, done.stderr
    held = [path for path, text in _made(project).items() if "\nstatus: draft\n" in text]
    assert held == ["2016/b.md", "2016/c.md"]
    assert "3 articles published: the next build shows them to every reader" in done.stderr


def test_names_of_fields_are_mapped(project: Path) -> None:
    _put(project, {"site/a.md": f"---\nKopf: The visit\nerschienen: 18.08.2016\n---\n{TEXT}"})
    options = ("--map", "kopf=title", "--map", "Erschienen=date")
    assert run("dossier", "import", "site", *options, cwd=project).returncode == 0
    assert _fields(_made(project)["2016/the-visit.md"])["date"] == "2016-08-18"
    done = run("dossier", "import", "site", "--map", "kopf", cwd=project)
    assert (done.returncode, "--map: write their name and ours" in done.stderr) == (2, True)


def test_undated_texts_get_their_dates_from_elsewhere(project: Path) -> None:
    story = f"The visit of the admiral\n\n{TEXT}"
    _put(
        project,
        {"in/2016/08/18/a.txt": story, "in/18 August 2016 b.txt": f"Another {story}", "in/c.txt": f"A third {story}"},
    )
    os.utime(project / "in/c.txt", (1471518000, 1471518000))
    assert run("dossier", "import", "in/2016/08/18/a.txt", "--date-from", "path", cwd=project).returncode == 0
    assert run("dossier", "import", "in/18 August 2016 b.txt", "--date-from", "name", cwd=project).returncode == 0
    assert run("dossier", "import", "in/c.txt", "--date-from", "mtime", cwd=project).returncode == 0
    assert [_fields(text)["date"].partition("  #")[0] for text in _made(project).values()] == ["2016-08-18"] * 3
    _put(project, {"in/d.txt": f"A fourth {story}", "dates.csv": "file,date\nin/d.txt,19 August 2016\n"})
    assert run("dossier", "import", "in/d.txt", "--date-from", "dates.csv", cwd=project).returncode == 0
    assert any(_fields(text)["date"] == "2016-08-19" for text in _made(project).values())
    done = run("dossier", "import", "in/d.txt", "--date-from", "nothing", cwd=project)
    assert (done.returncode, "name, path, mtime, or a list" in done.stderr) == (2, True)


def test_a_given_encoding_is_taken_and_bytes_that_are_none_are_told(project: Path) -> None:
    story = f"Визит\n18 August 2016\n{FIRST}\nПорт открыт, и все пришли на причал.\n"
    _put(project, {"in/a.txt": story.encode("koi8_r"), "in/b.txt": ("x" + story).encode() + b"\xff"})
    assert run("dossier", "import", "in/a.txt", "--encoding", "koi8-r", cwd=project).returncode == 0
    assert "Порт открыт" in next(iter(_made(project).values()))
    done = run("dossier", "import", "in/b.txt", cwd=project)
    assert done.returncode == 0
    assert "in/b.txt: 1 byte is no text in utf-8, and became �" in done.stderr
    done = run("dossier", "import", "in/a.txt", "--encoding", "rot13", cwd=project)
    assert (done.returncode, "'rot13' is no encoding" in done.stderr) == (2, True)
