"""The user's settings stay the user's: one key is put in, and everything else is as it was, to the byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.vscode.jsonc import NotJson, parse
from mkdocs_dossier.vscode.settings import KEY, settings_text, with_schemas

OURS = {".cache/a.json": ["data/a.yml"], ".cache/b.json": ["data/b/**/*.yml"]}
WRITTEN = '"yaml.schemas": {'

SETTINGS = {
    "no text": "",
    "white space": "\ufeff \n",
    "nothing": "{}",
    "a comment": "{\n  // mine\n}\n",
    "one setting": '{\n  "editor.tabSize": 2\n}\n',
    "comments everywhere": '// a\n{ // b\n /* c */ "a": 1, // d\n    "b": [/* e */ 2,], // f "x": {\n  // g\n} // h\n',
    "a trailing comma": '{\n\t"a": {"x": "}"},\n\t"b": "//",\n}\n',
    "lines of Windows": '{\r\n    "a": 1\r\n}\r\n',
    "one line": '{"a": 1, "b": {"c": [true, null, -1.5e3]}}',
    "schemas of others": '{\n  "yaml.schemas": {\n    "https://example.org/x": ["x.yml"] // mine\n  },\n  "z": 1\n}\n',
    "no schemas yet": '{"yaml.schemas": {}}',
    "ours, of old": '{"yaml.schemas": {".cache/a.json": "data/old.yml", /* b */ "mine": "m.yml"}}',
    "escapes": '{"a\\"b": "\\u00e9\\\\", "yaml\\u002eschemas": {"m": 1}}',
    "a mark at the start": '\ufeff{\n  "a": 1\n}\n',
}


@pytest.mark.parametrize("what", SETTINGS)
def test_the_schemas_are_put_in_and_nothing_is_lost(what: str) -> None:
    before = SETTINGS[what]
    after = with_schemas(before, OURS)
    assert after is not None
    plain = parse(before).plain if before.strip("\ufeff \n") else {}
    assert parse(after).plain == {**plain, KEY: {**plain.get(KEY, {}), **OURS}}
    for comment in ("// a", "// b", "/* c */", "// d", "/* e */", '// f "x": {', "// g", "// h", "// mine", "/* b */"):
        assert (comment in after) == (comment in before)
    assert after.startswith("\ufeff") == (before.startswith("\ufeff") and bool(before.strip("\ufeff \n")))
    assert ("\r\n" in after) == ("\r\n" in before)
    assert with_schemas(after, OURS) == after


def test_the_layout_is_that_of_the_file() -> None:
    after = with_schemas('{\n\t"a": 1 // one\n}\n', {"s": ["f"]})
    assert after == '{\n\t"a": 1, // one\n\t"yaml.schemas": {\n\t\t"s": [\n\t\t\t"f"\n\t\t]\n\t}\n}\n'


STRANGE = {
    "no object": "[1]",
    "a text": '"a"',
    "half an object": '{"a": 1',
    "two objects": "{}{}",
    "no comma": '{"a": 1 "b": 2}',
    "single quotes": "{'a': 1}",
    "a key without quotes": "{a: 1}",
    "schemas that are a list": '{"yaml.schemas": []}',
    "schemas twice": '{"yaml.schemas": {}, "yaml.schemas": {}}',
    "ours twice": '{"yaml.schemas": {".cache/a.json": 1, ".cache/a.json": 2}}',
    "a comment without an end": "{} /* a",
    "a bad escape": '{"a": "\\x"}',
    "a line break in a text": '{"a": "\n"}',
    "too deep": "[" * 5_000,
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_is_not_understood_is_not_touched(what: str) -> None:
    assert with_schemas(STRANGE[what], OURS) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=6), JSON, max_size=4), st.sampled_from([None, 1, 3, "\t"]))
def test_any_settings_keep_all_that_they_say(settings: dict[str, object], indent: int | str | None) -> None:
    text = json.dumps(settings, indent=indent, ensure_ascii=False)
    after = with_schemas(text, OURS)
    assert after is not None
    assert parse(after).plain == {**settings, KEY: OURS}


@given(st.text(alphabet='{}[]":,/*\\\n ab1', max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    after = with_schemas(text, OURS)
    if after is not None and text.strip():
        before = parse(text).plain
        assert {key: value for key, value in parse(after).plain.items() if key != KEY} == {
            key: value for key, value in before.items() if key != KEY
        }


def test_new_settings_are_plain_json() -> None:
    assert json.loads(settings_text(OURS)) == {KEY: OURS}
    with pytest.raises(NotJson):
        parse("")
