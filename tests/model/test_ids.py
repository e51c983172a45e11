"""Ids are addresses: what is one, and how a name becomes one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.ids import ID, is_id, slug


@pytest.mark.parametrize("text", ["a", "7", "john-kerry", "a-", "a--b", "a" * 80, "2016-08-18"])
def test_an_id_is(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "-a", "A", "a_b", "a b", "a/b", "a.b", "é", "ж", "a\n", "a" * 81, "index", "readme", "..", "a%20b"]
)
def test_an_id_is_not(text: str) -> None:
    assert not is_id(text)


SLUGS = {
    "John Kerry": "john-kerry",
    "  John -- Kerry!  ": "john-kerry",
    "Recep Tayyip Erdoğan": "recep-tayyip-erdogan",
    "Binali Yıldırım": "binali-yildirim",
    "O'Brien & Sons": "obrien-sons",
    "O’Brien": "obrien",
    "Сергей Лавров": "sergey-lavrov",
    "2016/08": "2016-08",
    "Straße": "strasse",
    "--": "",
    "…": "",
    "": "",
}


@pytest.mark.parametrize("text", SLUGS)
def test_a_name_becomes_an_id(text: str) -> None:
    assert slug(text) == SLUGS[text]


@pytest.mark.parametrize("text", ["关友飞", "بشار الأسد", "김정은", "ประยุทธ์", "Αλέξης"])
def test_a_name_in_any_script_becomes_an_id(text: str) -> None:
    assert ID.fullmatch(slug(text))


@given(st.text(max_size=120))
def test_every_text_becomes_an_id_or_nothing(text: str) -> None:
    made = slug(text)
    assert made == "" or ID.fullmatch(made)


@given(st.text(max_size=120))
def test_what_a_name_became_stays_as_it_is(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@given(st.text(st.sampled_from("abcXYZ-0 7"), max_size=40))
def test_letter_case_and_marks_around_it_do_not_matter(text: str) -> None:
    assert slug(text) == slug(text.upper()) == slug(f" -{text}- ")
