"""The catalogue: languages, plural forms, and that its list of texts is the one of the code."""

from __future__ import annotations

import ast
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from mkdocs_dossier.export.script_words import script_words, texts_named
from mkdocs_dossier.incremental.cache_keys import collection_key
from mkdocs_dossier.model.lines import Link
from mkdocs_dossier.model.pages import ActorPage
from mkdocs_dossier.model.records import ACTOR_TYPES, EVENT_TYPES, RELATION_INVERSES
from mkdocs_dossier.pages import core_terms
from mkdocs_dossier.pages.render import Renderer
from mkdocs_dossier.pages.sources import TemplateSource
from mkdocs_dossier.read.files import read_files
from mkdocs_dossier.site_build.build_manifest import site_key
from mkdocs_dossier.words import catalogue
from mkdocs_dossier.words.catalogue import NoSuchLanguage, languages, words_in
from mkdocs_dossier.words.direction import direction
from mkdocs_dossier.words.html_words import html_calls
from tests.conftest import ROOT, MakeCollection
from tests.processes import run
from tools.make_words import POT, compiled, extracted, template, updated, wrong

CALLS = {"gettext", "ngettext", "pgettext", "npgettext"}


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A language of three plural forms, with three texts, as `make words` compiles them."""
    catalog = Catalog(locale="pl", charset="utf-8")
    catalog.add(("%(num)s article", "%(num)s articles"), ("%(num)s artykuł", "%(num)s artykuły", "%(num)s artykułów"))
    catalog.add("Mentions", "Wzmianki <&>")
    catalog.add("May", "maja", context="month in a date")
    catalog.add("until %(date)s", "do %(date)s!")
    for tag in ("pl", "pt_BR"):
        file = tmp_path / tag / "LC_MESSAGES" / "dossier.mo"
        file.parent.mkdir(parents=True)
        file.write_bytes(compiled(catalog))
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    words_in.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def _forget_languages() -> object:
    yield
    words_in.cache_clear()


def test_english_is_what_stands_in_the_code() -> None:
    words = words_in("en")
    assert words.gettext("Mentions") == "Mentions"
    assert [words.ngettext("%(num)s article", "%(num)s articles", n) for n in (0, 1, 2)] == [
        "0 articles",
        "1 article",
        "2 articles",
    ]


@pytest.mark.usefixtures("polish")
def test_numbers_take_the_plural_forms_of_the_language() -> None:
    words = words_in("pl")
    said = [words.ngettext("%(num)s article", "%(num)s articles", n) for n in (1, 2, 5, 22)]
    assert said == ["1 artykuł", "2 artykuły", "5 artykułów", "22 artykuły"]
    assert words.pgettext("month in a date", "May") == "maja" and words.gettext("May") == "May"
    assert words.gettext("Not translated") == "Not translated"


@pytest.mark.usefixtures("polish")
def test_a_language_is_found_by_its_tag_or_by_the_wider_one() -> None:
    assert languages() == ("en", "pl", "pt-BR")
    assert words_in("pl-PL").gettext("Mentions") == words_in("pt-br").gettext("Mentions") == "Wzmianki <&>"
    assert words_in("en-GB").gettext("Mentions") == "Mentions"
    with pytest.raises(NoSuchLanguage, match="language 'pt'; expected one of 'en', 'pl', 'pt-BR'"):
        words_in("pt")


@pytest.mark.usefixtures("polish")
def test_another_process_is_told_the_language_alone() -> None:
    assert pickle.loads(pickle.dumps(words_in("pl"))) is words_in("pl")


@pytest.mark.usefixtures("polish")
def test_what_a_template_of_pages_says_is_escaped_but_for_the_links_in_it() -> None:
    text = '{{ _("Mentions") }}\n{{ _("until %(date)s", date=page.earlier) }}\n{{ _("until %(date)s", date="*x*") }}\n'
    text += '{{ ngettext("%(num)s article", "%(num)s articles", 3) }} {{ page.names | listed }}\n'
    page = ActorPage("actors/a.md", "A", "actor", earlier=Link("1 [a]", "x.md"), names=("*b*", "", "c"))  # type: ignore[arg-type]
    renderer = Renderer({"actor.md.jinja": TemplateSource(text, "actor.md.jinja")}, words_in("pl"))
    assert renderer.render(page) == (
        "Wzmianki &lt;&amp;&gt;\ndo [1 \\[a&#93;](x.md)\\!\ndo \\*x\\*\\!\n3 artykuły \\*b\\*, c\n"
    )


def test_a_value_that_is_shown_as_code_cannot_break_out() -> None:
    page = ActorPage("actors/a.md", "` <b>*x*", "actor")
    source = TemplateSource(
        '{{ page.title | code }} {{ "mkdocs serve" | code }} {{ "--write" | code }}', "actor.md.jinja"
    )
    text = Renderer({"actor.md.jinja": source}, words_in("en")).render(page)
    assert text == "<code>&#96; &#60;b&#62;&#42;x&#42;</code> `mkdocs serve` `--write`\n"


@pytest.mark.usefixtures("polish")
def test_what_a_template_of_the_theme_says_is_escaped() -> None:
    calls = html_calls(words_in("pl"))
    assert calls["_"]("Mentions") == "Wzmianki &lt;&amp;&gt;"
    assert calls["gettext"]("until %(date)s", date="<b>") == "do &lt;b&gt;!"
    assert calls["_"]("until %(date)s") % {"date": calls["_"]("Mentions")} == "do Wzmianki &lt;&amp;&gt;!"
    assert calls["ngettext"]("%(num)s article", "%(num)s articles", 5) == "5 artykułów"


@pytest.mark.usefixtures("polish")
def test_scripts_get_what_they_name_and_no_more() -> None:
    script = 'show(_("Mentions"), ngettext("%(num)s article", "%(num)s articles", n), _(kind), _("<a"), _("bad\\x"))'
    said = script_words(words_in("pl"), [script])
    assert '"Mentions":"Wzmianki \\u003c&>"' in said and '"\\u003ca":"\\u003ca"' in said
    assert '"%(num)s article":["%(num)s artykuł","%(num)s artykuły","%(num)s artykułów"]' in said
    assert "until" not in said and "maja" in said
    assert re.search(r"dossierForm=\(n\)=>\+\(.*% ?10.*\);", said)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("he", "rtl"),
        ("uz-Arab", "rtl"),
        ("ku-Latn", "ltr"),
        ("ps", "rtl"),
        ("az_Arab_IR", "rtl"),
        ("ks-Deva", "ltr"),
        ("zh-Hans", "ltr"),
    ],
)
def test_languages_are_written_in_the_direction_of_their_script(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize("command", [("mkdocs", "build"), ("dossier", "check")])
def test_a_language_that_there_is_not_is_an_error_that_says_which_there_are(
    tmp_path: Path, command: tuple[str, str]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: X\ntheme: {name: dossier}\nplugins:\n  - dossier: {language: tlh}\n"
    )
    done = run(*command, cwd=tmp_path)
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "there are no texts in the language 'tlh'; expected one of 'en'" in done.stderr


def test_the_theme_works_without_the_plugin(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Hello\n\n## One\n\n## Two\n\n## Three\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ntheme: {name: dossier, locale: fr}\nplugins: []\n")
    done = run("mkdocs", "build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="fr" data-directories>' in page and "On this page" in page
    assert 'Built with Dossier and <a href="https://www.mkdocs.org/">MkDocs</a>' in page


def test_what_is_kept_from_build_to_build_is_kept_for_one_language(collection: MakeCollection) -> None:
    english = collection({"data/actors.yml": "a: {name: A, type: person}\n"})
    other = replace(english, language="pl")
    files = read_files(english.data_folder, english.root, max_size=english.max_file_size)
    assert collection_key(english, files) != collection_key(other, files)
    assert site_key(english, "site", directories=True) != site_key(other, "site", directories=True)


# -- the list of the texts -----------------------------------------------------------------------------


def test_the_list_for_translators_is_that_of_the_code() -> None:
    assert template().decode() == POT.read_text(encoding="utf-8"), "make words"


def test_no_text_stands_where_it_is_not_found_for_the_list() -> None:
    """Within an f-string, and in a script that is not read as its texts are looked for when a site is built."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in (ROOT / "generator").rglob("*.py")
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") in CALLS
        and any(isinstance(each, ast.Constant) for each in call.args)
    ]
    assert hidden == []
    listed = {message.id if isinstance(message.id, tuple) else (message.id, "") for message in extracted()}
    listed |= {(one, "") for one, _ in listed}
    scripts = [file.read_text(encoding="utf-8") for file in (ROOT / "templates" / "theme" / "js").glob("*.js")]
    named = {named for script in scripts for named in texts_named(script)}
    assert len(named) > 30 and named <= listed


def test_every_term_of_the_core_sets_has_its_word() -> None:
    assert core_terms.ACTOR_TYPES.keys() == ACTOR_TYPES.keys()
    assert core_terms.EVENT_TYPES.keys() == EVENT_TYPES.keys()
    assert core_terms.RELATIONS.keys() == RELATION_INVERSES.keys() | set(RELATION_INVERSES.values())


def test_a_translation_is_brought_up_to_date_and_what_is_wrong_with_it_is_told(tmp_path: Path) -> None:
    po = tmp_path / "de" / "LC_MESSAGES" / "dossier.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Mentions"\nmsgstr "Erwähnungen"\n\nmsgid "Gone"\nmsgstr "Weg"\n\n', encoding="utf-8")
    catalog = updated(po, extracted())
    assert catalog.get("Mentions").string == "Erwähnungen" and catalog.get("Gone") is None
    assert len(catalog) == len(extracted()) and [*wrong(catalog)] == []
    catalog.get("until %(date)s").string = "bis %(day)s"
    assert len([*wrong(catalog)]) == 1
