"""Sentences as news writes them: in each case `|` stands where one ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.link.sentences import split_sentences
from mkdocs_dossier.model.prose import BLOCK_END


def split(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, lang)]


ENGLISH = [
    "He came.| She left.",
    "Mr. Kerry met Mrs. May and Dr. Chen.| They talked.",
    "Lt. Gen. Fahd al-Freij met Rear Adm. Guan Youfei.| Maj. Gen. X was there.",
    "Sen. John McCain and Rep. Ed Royce wrote to Gov. Brown.",
    "They met in St. Petersburg.| It rained.",
    "U.S. officials met U.N. envoys.",
    "They met in the U.S.| The ministry said so.",
    "He lives in the U.S. and works in the U.K. as well.",
    "It fell to the U.S. Army.| In the U.N. Security Council he spoke.",
    "They met at 5 p.m. on Thursday.| It was 3 a.m.| Police came.",
    "It opened at 9 a.m. Thursday.| He left.",
    "They met on Aug. 18 and Sept. 3.| Then it ended.",
    "It ended in Aug.| The rest is known.",
    "See No. 5 of it.| He said no.| She said yes.",
    "Acme Inc. and Foo Ltd. merged.| Bar Co. did not.",
    "It was bought by Acme Inc.| The price was low.",
    "Robert Downey Jr. came.| He left.",
    "John F. Kerry met V.V. Putin.| J. K. Rowling did not.",
    "It rose by 3.5 percent to 2.016.| It fell.",
    "Well... it ended.| Then...| Nothing came…| Silence.",
    "Arms, e.g. rifles, i.e. guns, vs. bombs, etc. were found.",
    "“The deal is off.| We leave.”| He left.",
    "“Stop!” he said.| “Why?” she asked.",
    "“Why now?” Mr Kerry asked.| Nobody knew.",
    "“Who did it?”| The answer came late.",
    '"Go."| Then he went.',
    "(He left.)| Then she came.",
    "He left (she stayed).| It ended.",
    "Is it so?| Yes!| No?!| Perhaps.",
    "It was noted.[1]| Then it was not.[2][3]| So be it.",
    "Plan B. Kerry had none.",
    "It holds vitamin C.| The rest is water.",
    "He fled to Washington, D.C., in May.",
    "1. The first point.",
    "It began in 2011.| In 2016 it went on.| 400 died.",
    "The site example.org/a.b is down.| So is Node.js.",
    "The line\nbreaks softly.| It goes\non.",
    "A headline without a stop",
    "KERRY MEETS LAVROV.| TALKS FAIL.",
]


@pytest.mark.parametrize("marked", ENGLISH)
def test_an_english_text_is_cut_at_its_sentences(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


OTHERS = [
    ("zh", "他来了。|她走了！|真的？|是的"),
    ("zh", "他说：“你好。”|然后走了。"),
    ("ja", "「そうだ。」と彼は言った。|次の日。"),
    ("ar", "هل هذا صحيح؟| نعم.| قال د. أحمد ذلك."),
    ("ur", "وہ آیا۔| وہ گیا۔"),
    ("hi", "वह आया।| वह गया।"),
    ("de", "Am 18. August 2016 kam er.| Dann ging er."),
    ("ru", "В. В. Путин приехал.| Он уехал."),
    ("fr", "« Il est parti. »| Elle reste."),
    ("es", "¿Quién es?| ¡Nadie!| Bien."),
]


@pytest.mark.parametrize(("lang", "marked"), OTHERS)
def test_other_scripts_have_their_own_marks(lang: str, marked: str) -> None:
    assert split(marked.replace("|", ""), lang) == [part.strip() for part in marked.split("|")]


def test_every_block_has_a_sentence_and_none_crosses_two() -> None:
    text = BLOCK_END.join(["A title", "He came. She", "***", " \n ", "left."])
    assert split(text) == ["A title", "He came.", "She", "***", "left."]


def test_an_empty_text_has_no_sentence() -> None:
    assert split("") == split(" \n") == split(BLOCK_END) == []


PIECES = st.sampled_from(
    ["Mr.", "He", "U.S.", "said", ".", "?", "”", "“", " ", "\n", BLOCK_END, "3.5", "。", "…", "Aug.", "18"]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200), st.sampled_from(["en", "de", "zh"]))
def test_spans_are_ordered_and_leave_out_only_white_space(text: str, lang: str) -> None:
    spans = split_sentences(text, lang)
    end = 0
    for start, stop in spans:
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        assert BLOCK_END not in text[start:stop]
        end = stop
    assert not text[end:].strip()
    assert all(not block.strip() or split(block, lang) for block in text.split(BLOCK_END))
