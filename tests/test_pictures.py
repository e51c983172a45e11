"""Pictures in articles: shown where the article is, copied without what they tell, and only if it is published."""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mkdocs_dossier.build import write_site
from mkdocs_dossier.run.options import Options
from tests.conftest import MakeCollection, article
from tests.images.profiles import PROFILES
from tests.processes import run, serving

CANARY = b"kestrel-in-the-attic"
SETTINGS = "site_name: Test\ntheme: {{name: {theme}}}\nplugins: [dossier: {{search: false}}]\n"
BODY = """
Before ![The *gate* of Damascus](gate.jpg) behind.

![A map](../maps/a%20map.png) ![](gate.jpg)

[![Linked](gate.jpg)](https://example.org/x)
"""


def _picture(form: str, colour: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    file = BytesIO()
    Image.new("RGB", (30, 20), colour).save(file, form, exif=exif, icc_profile=PROFILES["RGB with lists"]())
    assert CANARY in file.getvalue()
    return file.getvalue()


@pytest.fixture
def project(collection: MakeCollection) -> Options:
    options = collection(
        {
            "mkdocs.yml": SETTINGS.format(theme="dossier"),
            "docs/about.md": "# About\n",
            "data/articles/2016/a.md": article(BODY),
            "data/articles/2016/hidden.md": article("![Secret](secret.jpg)", status="draft"),
        }
    )
    folder = options.data_folder / "articles"
    (folder / "maps").mkdir()
    (folder / "2016/gate.jpg").write_bytes(_picture("JPEG", "gold"))
    (folder / "2016/secret.jpg").write_bytes(_picture("JPEG", "red"))
    (folder / "maps/a map.png").write_bytes(_picture("PNG", "navy"))
    return options


def _shown(page: Path) -> list[tuple[str, Path]]:
    """What each picture of a page says, and the file that a browser would fetch."""
    html = page.read_text(encoding="utf-8")
    found = re.findall(r'<img (?=[^>]*alt="([^"]*)")[^>]*?src="(?:\./)?([^"]+)"', html)
    return [(alt, (page.parent / address).resolve()) for alt, address in found]


@pytest.mark.parametrize("theme", ["dossier", "mkdocs", "material"])
@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.promise("pictures")
def test_an_article_shows_its_pictures_wherever_it_is_built(theme: str, directories: bool, project: Options) -> None:
    settings = SETTINGS.format(theme=theme) + f"use_directory_urls: {str(directories).lower()}\n"
    (project.root / "mkdocs.yml").write_text(settings)
    done = run("mkdocs", "build", "--strict", cwd=project.root)
    assert done.returncode == 0, done.stderr
    _assert_shown(project.root / "site", "articles/2016/a/index.html" if directories else "articles/2016/a.html")


def _assert_shown(site: Path, page: str) -> None:
    pictures = _shown(site / page)
    assert [alt for alt, _ in pictures] == ["The gate of Damascus", "A map", "", "Linked"]
    files = {file for _, file in pictures}
    assert len(files) == 2 and all(file.is_file() for file in files)
    assert {Image.open(file).size for file in files} == {(30, 20)}
    copied = [file for file in site.rglob("*") if file.is_file() and CANARY in file.read_bytes()]
    assert copied == []
    assert all(Image.open(file).info["icc_profile"] for file in files)  # rebuilt, by which the colours are as before
    assert len([*(site / "pictures").iterdir()]) == 2  # not that of the draft


def test_the_markdown_tree_shows_them_too(project: Options) -> None:
    done = run("dossier", "build", "--to", "out", cwd=project.root)
    assert done.returncode == 0, done.stderr
    done = run("mkdocs", "build", "-f", "out/mkdocs.yml", cwd=project.root)
    assert done.returncode == 0, done.stderr
    _assert_shown(project.root / "out/site", "articles/2016/a/index.html")


def test_a_picture_that_changes_or_goes_changes_the_site_and_nothing_is_left_of_it(project: Options) -> None:
    site, gate = project.root / "site", project.data_folder / "articles/2016/gate.jpg"
    assert run("mkdocs", "build", cwd=project.root).returncode == 0
    first = {path.name for path in (site / "pictures").iterdir()}
    gate.write_bytes(_picture("JPEG", "green"))
    assert run("mkdocs", "build", cwd=project.root).returncode == 0
    second = {path.name for path in (site / "pictures").iterdir()}
    assert len(first) == len(second) == 2 and len(first & second) == 1
    assert {file.name for _, file in _shown(site / "articles/2016/a/index.html")} == second
    gate.unlink()
    done = run("mkdocs", "build", cwd=project.root)
    assert "data/articles/2016/a.md:7:10: warning[unknown-picture] there is no picture 'gate.jpg'" in done.stderr
    assert {path.name for path in (site / "pictures").iterdir()} == first & second
    assert "The <em>gate</em> of Damascus" not in (site / "articles/2016/a/index.html").read_text()
    assert "Before The gate of Damascus behind." in (site / "articles/2016/a/index.html").read_text()


def test_serve_follows_a_picture(project: Options) -> None:
    with serving(project.root) as server:
        page = server.wait_for("articles/2016/a/", lambda text: "<img" in text)
        name = re.search(r"pictures/[0-9a-f]+\.jpg", page)
        assert name is not None
        with server.turning("articles/2016/a/", lambda text: "<img" in text and name[0] not in text):
            (project.data_folder / "articles/2016/gate.jpg").write_bytes(_picture("JPEG", "green"))
        after = re.search(r"pictures/[0-9a-f]+\.jpg", server.get("articles/2016/a/"))
        assert after is not None and server.raw(after[0]).startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("gate.jgp", "warning[unknown-picture] there is no picture 'gate.jgp' (did you mean 'gate.jpg'?)"),
        ("../../../../etc/gate.jpg", "warning[unknown-picture] there is no picture '../../../../etc/gate.jpg'"),
        ("outside.jpg", "warning[unknown-picture] there is no picture 'outside.jpg'"),
        ("fake.jpg", "warning[bad-picture] 'fake.jpg' is not shown: it is no JPEG, PNG, GIF or WebP"),
        ("drawing.svg", "warning[unknown-picture] there is no picture 'drawing.svg'"),
        ("cut.jpg", "warning[bad-picture] 'cut.jpg' is not shown: it ends too early"),
    ],
)
@pytest.mark.promise("pictures")
def test_what_is_no_picture_inside_the_data_is_told_and_its_words_stay(
    written: str, says: str, project: Options
) -> None:
    folder = project.data_folder / "articles/2016"
    (project.root / "outside.jpg").write_bytes(_picture("JPEG", "black"))
    os.symlink(project.root / "outside.jpg", folder / "outside.jpg")
    (folder / "fake.jpg").write_text("<script>alert(1)</script>")
    (folder / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "cut.jpg").write_bytes(_picture("JPEG", "gold")[:-9])
    (folder / "a.md").write_text(article(f"See ![these words]({written}) here."))
    site, problems = write_site(project)
    assert any(says in f"{p.severity}[{p.code}] {p.message} ({p.hint})" for p in problems), problems
    assert "See these words here." in site.pages["articles/2016/a.md"].markdown
    assert not site.files


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "//example.org/x.png", "/etc/x.png", "data:image/png;base64,AA"]
)
@pytest.mark.promise("no-other-host")
def test_no_page_asks_another_host_for_a_picture(address: str, project: Options) -> None:
    (project.data_folder / "articles/2016/a.md").write_text(article(f"See ![these words]({address}) here."))
    site, _ = write_site(project)
    assert "![" not in site.pages["articles/2016/a.md"].markdown
    assert "these words" in site.pages["articles/2016/a.md"].markdown


def test_a_name_that_a_picture_says_is_a_mention_with_its_anchor(project: Options) -> None:
    (project.data_folder / "articles/2016/a.md").write_text(article("![Soldiers in Syria](gate.jpg)"))
    site, _ = write_site(project)
    text = site.pages["articles/2016/a.md"].markdown
    anchor = re.search(r'<span id="(m\d+)"></span>!\[Soldiers in Syria\]\(', text)
    assert anchor is not None, text
    assert f"#{anchor[1]}" in site.pages["countries/syria.md"].markdown
