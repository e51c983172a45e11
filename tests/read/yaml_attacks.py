"""YAML that attacks: each as a list of records, as one record, and as front matter. `python -m tests.read.yaml_attacks
SIZE` reads them all, and prints what became of each as one JSON object a line.

A process of its own, since what ends one (a signal from the parser) would end the tests with it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import read_records
from tests.conftest import NOW

_OPENINGS = (
    "[",
    "{",
    "{a: ",
    "- ",
    "? ",
    "[{a: ",
    "[? ",
    "{? ",
    "- - ? ",
    "-\n",
    "?\n",
    ":\n",
    ": ",
    "a: ",
    "!a ",
    "&a ",
)
_RUNS = (*"]},!&*|>%@`\"'#\\:?-~=\t \n\x00\x07\x7f\x85\u2028\u2029\ufeff", "...\n", "---\n", "--- a\n", "%YAML 1.2\n")
_RUNS_INSIDE = (
    "!",
    "!a ",
    "&",
    "&a ",
    "*",
    "|",
    ">",
    ",",
    "[],",
    "{},",
    "a,",
    "a: b,",
    "? a,",
    " #",
    "\\",
    "a\n ",
    "\n",
)
_TEXTS = ("a", "a ", "\\x41", "''", "\\", "é", "\u0301", "9", "-", ": ", "0x", "٣")


def attacks(size: int) -> Iterator[tuple[str, str]]:
    """Yield them with their names. size: of each, in characters, where it can be had."""

    def row(text: str) -> str:
        return text * (size // len(text))

    def numbered(line: str) -> str:
        return "".join(line.format(n) for n in range(size // (len(line) + 5)))

    yield "alias bomb", "a: &a [x, x]\n" + numbered("b{0}: &b{0} [*a, *a, *a]\n")
    yield "alias bomb in one line", "x: [&a [x, x], " + row("*a, ") + "]"
    yield "merge bomb", "a: &a {x: 1}\n" + numbered("b{0}: {{<<: *a, <<: *a}}\n")
    yield "merge keys", row("<<: {a: b}\n")
    yield "merge keys in one record", "x: {" + row("<<: a, ") + "}"
    for text in _OPENINGS:
        yield f"openings {text!r}", row(text)
    for text in _RUNS:
        yield f"a run of {text!r}", row(text)
    for text in _RUNS_INSIDE:
        yield f"a value of {text!r}", f"x: {row(text)}"
        yield f"a list of {text!r}", f"x: [{row(text)}]"
        yield f"a mapping of {text!r}", f"x: {{{row(text)}}}"
    for text in _TEXTS:
        yield f"a text of {text!r}", f"x: {{name: a{row(text)}, type: person}}"
        yield f"a quoted text of {text!r}", f'x: {{name: "{row(text)}", type: person}}'
        yield f"a single-quoted text of {text!r}", f"x: {{name: '{row(text)}', type: person}}"
        yield f"a key of {text!r}", f"{row(text)}: b"
        yield f"an explicit key of {text!r}", f"? {row(text)}\n: b"
        yield f"a block of {text!r}", f"x: |\n  {row(text)}"
        yield f"a date of {text!r}", f'x: {{title: a, date: "{row(text)}"}}'
        yield f"no end of {text!r}", f'x: "{row(text)}'
    yield "a literal of blank lines", "x: |\n" + row("\n") + " a"
    yield "a literal of lines", "x: |\n" + row(" a\n")
    yield "lines that end in nothing", "x: {name: a}" + row("\n") + "y: {}"
    yield "comments", row("# a\n")
    yield "stairs", "".join(" " * n + "a:\n" for n in range(int((2 * size) ** 0.5)))
    yield "records that are none", numbered("a{0}: b\n")
    yield "empty records", numbered("a{0}:\n")
    yield "small records", numbered("a{0}: {{name: a, type: person}}\n")[: max(size // 5, 200_000)].rpartition("\n")[0]
    yield "keys in one record", "x:\n" + numbered("  a{0}: b\n")
    yield "keys in one line", "x: {" + numbered("a{0}: b, ") + "}"
    yield "the same key", row("a: b\n")
    yield "the same key in one line", "x: {" + row("a: b, ") + "}"
    yield "aliases of an actor", "x: {name: a, type: person, aliases: [" + numbered("a{0}, ") + "]}"
    yield "countries of an actor", "x: {name: a, type: person, countries: [" + numbered("a{0}, ") + "]}"
    yield "notes of sixty levels", "x: {name: a, type: person, notes: " + "[" * 60 + "]" * 60 + "}"
    yield "tags that are declared", numbered("%TAG !a{0}! b\n") + "---\na: b\n"
    yield "tags that are declared in a second document", "a: b\n...\n" + numbered("%TAG !a{0}! b\n") + "---\na: b\n"
    yield "a long directive", "%" + row("a")
    yield "a long version", "%YAML " + row("9") + ".1\n---\na"
    yield "a version to come", "%YAML 2.0\n---\na: b\n"
    yield "a long tag", "x: !<" + row("a") + ">"
    yield "documents", "a: {name: b, type: person}\n" + row("---\na: b\n")


def oddities() -> Iterator[tuple[str, bytes]]:
    """Yield small files that are hard on a reader, byte by byte."""
    good = "x: {name: Ann, type: person}\n"
    yield "UTF-16", good.encode("utf-16")
    yield "UTF-16 without a mark", good.encode("utf-16-le")
    yield "UTF-32", good.encode("utf-32")
    yield "Latin-1", "x: {name: Zoé, type: person}\n".encode("latin-1")
    yield "a lone surrogate", b"x: {name: \xed\xa0\x80, type: person}\n"
    yield "a pair of surrogates", b"x: {name: \xed\xa0\xbd\xed\xb8\x80, type: person}\n"
    yield "an overlong NUL", b"x: {name: \xc0\x80, type: person}\n"
    yield "beyond Unicode", b"x: {name: \xf4\x90\x80\x80, type: person}\n"
    yield "half a character", b"x: {name: \xe2\x82"
    yield "two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + good.encode()
    yield "a byte order mark inside", b"x: {name: A\xef\xbb\xbfnn, type: person}\n"
    yield "a NUL", b"x: {name: Ann\x00, type: person}\n"
    yield "a NUL at the end", good.encode() + b"\x00"
    yield "an escaped surrogate", b'x: {name: "\\ud800", type: person}\n'
    yield "an escaped pair", b'x: {name: "\\ud83d\\ude00", type: person}\n'
    yield "an escape beyond Unicode", b'x: {name: "\\U00110000", type: person}\n'
    for number in (".nan", "nan", ".inf", "-inf", "1e400", "9" * 5_000, "0x" + "f" * 5_000, "1_000", "٣٥", "--1"):
        yield f"the number {number[:9]}", f"x: {{title: A, date: 2016, place: {{name: b, lat: {number}}}}}\n".encode()
        yield f"the date {number[:9]}", f"x: {{title: A, date: {number}}}\n".encode()
        yield f"the embargo {number[:9]}", f"x: {{title: A, date: 2016, embargo: {number}}}\n".encode()
    for date in (
        "y" + "9" * 5_000,
        "Y-17E7",
        "2016-" + "0" * 60,
        "[" * 79 + "1",
        "1" * 79 + "X",
        "{" + "2016," * 15 + "}",
    ):
        yield f"the date {date[:9]}", f'x: {{title: A, date: "{date}"}}\n'.encode()
    for key in ("[a, b]", "{a: b}", "? a", "[]", "~", "''", "|\n  a"):
        yield f"the key {key!r}", f"? {key}\n: {{name: Ann, type: person}}\n".encode()


KINDS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "actors": ("actors.yml", lambda text: text),
    "events": ("events.yml", lambda text: text),
    "countries": ("countries.yml", lambda text: text),
    "actor": ("actors/x.yml", lambda text: text),
    "article": ("articles/x.md", lambda text: b"---\n" + text + b"\n---\n\nText.\n"),
}
"""Where a file lies, and what it is made of."""


def main(size: int, kinds: list[str]) -> None:
    texts = chain(((name, text.encode()) for name, text in attacks(size)), oddities())
    for name, text in texts:
        for kind in kinds:
            path, make = KINDS[kind]
            with TemporaryDirectory() as folder:
                file = Path(folder, "data", path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(make(text)[: max(size, 100_000)])
                started = time.process_time()
                records, problems = read_records(Options(root=Path(folder), now=NOW))
                seconds = time.process_time() - started
            print(
                json.dumps(
                    {
                        "what": f"{name} ({kind})",
                        "seconds": seconds,
                        "records": len(list(records.all())),
                        "problems": [[str(p.place), p.code, p.message, p.hint] for p in problems[:300]],
                    }
                )
            )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
