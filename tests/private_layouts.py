"""Files with something private in them, in every way that YAML can be laid out, and broken at any place.

Each line of what is private says so: it holds a word that stands nowhere else. Comments hold another one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

WORD = "zilpzalp"
"""Stands on each line of what is private, and nowhere else."""

REMARK = "girlitz"
"""Stands in each comment. Where something is broken, a comment may have become part of a public text."""

Value = str | list[Any] | dict[str, Any]
Fields = list[tuple[str, Value]]


@dataclass(frozen=True)
class Layout:
    """A file. path: below `data/`. sound: nothing was broken in it on purpose."""

    path: str
    text: str
    sound: bool

    def betrayed(self, said: str) -> bool:
        """Whether a word of what is private, or of a comment, stands in a text."""
        return WORD in said.lower() or (self.sound and REMARK in said.lower())


def layouts(seed: int, count: int) -> Iterator[Layout]:
    """Yield files, the same for the same seed."""
    random = Random(seed)
    for number in range(count):
        kind = random.choice(("list", "list", "flow", "alone", "alone", "article", "article", "muted"))
        yield _laid_out(random, kind, number)


def _laid_out(random: Random, kind: str, number: int) -> Layout:
    path, text = _file(random, kind, number)
    broken = random.random() < 0.5
    for _ in range(random.choice((1, 1, 2, 3)) if broken else 0):
        text = _broken(random, text)
    text = text.replace(_MARK, "")
    if random.random() < 0.2:
        text = text.replace("\n", "\r\n")
    if random.random() < 0.1:
        text = "\ufeff" + text
    return Layout(path, text, sound=not broken)


# -- what is in a file -------------------------------------------------------------------------

_MARK = "\ue000"
"""At the end of each line that says what is private; taken away in the end. Nothing breaks such a line."""


def _file(random: Random, kind: str, number: int) -> tuple[str, str]:
    match kind:
        case "muted":
            names = [random.choice(_PRIVATE_TEXTS) for _ in range(random.randint(1, 4))]
            return "muted.yml", _block(random, [*names, random.choice(names)], 0).lstrip("\n")
        case "article":
            private = random.random() < 0.6
            return f"articles/a{number}.md", _article(random, _record(random, "article", private=private), private)
        case "alone":
            section = random.choice(("actor", "event"))
            fields = _record(random, section, private=random.random() < 0.7)
            return f"{section}s/r{number}.yml", _fields(random, fields, 0)
        case "list":
            section = random.choice(("actor", "event", "country"))
            return _LIST[section], _list(random, section, number)
        case _:
            section = random.choice(("actor", "event", "country"))
            return _LIST[section], _flow_list(random, section, number)


_LIST = {"actor": "actors.yml", "event": "events.yml", "country": "countries.yml"}


def _ids(random: Random, section: str, number: int) -> list[str]:
    some = [f"{random.choice('qxz')}{chr(97 + n)}".upper() for n in range(4)]
    return some if section == "country" else [f"r{number}-{n}" for n in range(4)]


def _list(random: Random, section: str, number: int) -> str:
    """Records below each other, each in its own way."""
    indent = random.choice((1, 2, 2, 4))
    text = ""
    for id in _ids(random, section, number)[: random.randint(1, 4)]:
        private = random.random() < 0.5
        fields = _record(random, section, private=private)
        text += _comment_line(random, 0) + _key(random, id)
        if random.random() < 0.25:
            text += ": " + _flow(random, dict(fields), indent) + _comment(random) + "\n"
        else:
            text += ":" + _comment(random) + "\n" + _fields(random, fields, indent)
    return text


def _flow_list(random: Random, section: str, number: int) -> str:
    records = {
        id: dict(_record(random, section, private=random.random() < 0.5))
        for id in _ids(random, section, number)[: random.randint(1, 4)]
    }
    return _flow(random, records, 0) + "\n"


def _article(random: Random, fields: Fields, private: bool) -> str:
    head = _flow(random, dict(fields), 0) + "\n" if random.random() < 0.15 else _fields(random, fields, 0)
    said = WORD if private and not _only_notes(fields) else "Kerry"
    body = (
        f"\nThe {said} met [[nobody-{said}]] in Syria.\n\n> {said}\n\n| {said} | a |\n| --- | --- |\n| {said} | b |\n"
    )
    return f"---{_MARK}\n{head}---{_MARK}\n{body}"


def _only_notes(fields: Fields) -> bool:
    return not any(key in _MARKS for key, _ in fields)


_PUBLIC: dict[str, Fields] = {
    "actor": [
        ("name", "Guan Youfei"),
        ("type", "person"),
        ("aliases", ["Guan", {"name": "the admiral", "weak": "true"}]),
        ("countries", ["CN"]),
        ("summary", "An admiral, who went to Syria."),
        ("links", {"website": "https://example.org/"}),
        ("sources", [{"title": "A report", "outlet": "Example Post"}]),
    ],
    "event": [
        ("title", "A visit"),
        ("date", "2016-08-18"),
        ("place", {"name": "Damascus", "country": "SY"}),
        ("summary", "It was\na visit."),
        ("sources", [{"title": "A report", "says": "So it was."}]),
    ],
    "country": [("name", "Zedland"), ("aliases", ["The Zed", "Zeds"]), ("summary", "A land\nof its own.")],
    "article": [
        ("title", "A visit"),
        ("date", "2016-08-18"),
        ("outlet", "Example Post"),
        ("mentions", {"Syria": "false"}),
        ("countries", ["CN", "SY"]),
        ("sources", [{"title": "A report"}]),
    ],
}
_FAULTS: Fields = [
    ("born", "19x5"),
    ("alises", ["Guan"]),
    ("embassy", "https://example.org/"),
    ("countries", ["China", "S"]),
    ("events", ["no-event"]),
    ("sources", [{"quote": "x"}, "no-article"]),
    ("archived", "no address"),
]
_PRIVATE_TEXTS = (
    WORD,
    f"The {WORD} sang",
    f"{WORD}: {WORD}",
    f"Ask: {WORD}: {WORD}",
    f"- {WORD}",
    f"{WORD} # {WORD}",
    f"{{{WORD}: {WORD}}}",
    f"[{WORD}, {WORD}]",
    f"'{WORD}' and \"{WORD}\"",
    f"It's {WORD}",
    f"name: {WORD}\ntype: {WORD}",
    f"The {WORD}\n{WORD}: {WORD}\nsaid {WORD}",
    f"{WORD}:\n{WORD}: {{{WORD}: 1}}\n- {WORD}",
    f"{WORD}\n\n# {WORD}\n{WORD}",
    f"{WORD}\nstatus: published {WORD}",
    f"{WORD}\nsummary: {WORD}\nname: {WORD}",
)
_PRIVATE_VALUES: tuple[Value, ...] = (
    [WORD, f"{WORD}: {WORD}"],
    {WORD: WORD, f"{WORD}-by": [WORD]},
    [{"by": WORD, WORD: f"{WORD}\n{WORD}"}],
)
_MARKS = {
    "status": ("draft", "withheld", "hidden", "Draft", "private"),
    "embargo": ("2999-01-01", "2020-01-01", "2999", "never"),
    "statsu": ("hidden", "draft", "secret"),
    "stauts": ("withheld", "x"),
    "staus": ("hidden",),
    "Status": ("draft",),
    "satus": ("x",),
    "embrago": ("2999-01-01",),
    "embargoed": ("yes",),
    "ѕtatus": ("draft",),
    "visibility": ("hidden",),
    "draft": ("true",),
    "published": ("false",),
}
"""How a whole record is said to be private, with slips."""

_NOTES = ("notes", "notes", "notes", "note", "Notes", "NOTES", "noets")
_OWN = ("redact", "confidential", "internal", "todo", "wer", "secret-contact")
"""Keys that nobody knows: what is written after them may be anything."""


def _record(random: Random, section: str, *, private: bool) -> Fields:
    fields = [field for field in _PUBLIC[section] if random.random() < 0.8]
    fields += [(key, value) for key, value in _FAULTS if random.random() < 0.1]
    fields = list(dict(fields).items())
    if private:
        fields = [(key, _closed(random, key, value)) for key, value in fields]
        key = random.choice(("status", "status", "embargo", random.choice(list(_MARKS))))
        fields.insert(random.randint(0, len(fields)), (key, random.choice(_MARKS[key])))
    elif random.random() < 0.2:
        fields.insert(random.randint(0, len(fields)), ("status", "published"))
    if random.random() < (0.3 if private else 0.8):
        fields.insert(random.randint(0, len(fields)), (random.choice(_NOTES), _private(random)))
    if random.random() < 0.15:
        fields.insert(random.randint(0, len(fields)), (random.choice(_OWN), _private(random)))
    return _with_inner_notes(random, fields)


def _private(random: Random) -> Value:
    return random.choice((*_PRIVATE_TEXTS, *_PRIVATE_VALUES))


def _closed(random: Random, key: str, value: Value) -> Value:
    """A field of a private record: of its own kind, or of any."""
    if random.random() < 0.3:
        return _private(random)
    if isinstance(value, list):
        return [_closed(random, key, item) for item in value]
    if isinstance(value, dict):
        return {name: _closed(random, name, item) for name, item in value.items()}
    if key in ("date", "born"):
        return f"{WORD} {value}"
    return random.choice((f"{value} {WORD}", random.choice(_PRIVATE_TEXTS)))


def _with_inner_notes(random: Random, fields: Fields) -> Fields:
    """Notes inside a source, a place or links. Among mentions it would be a phrase of the text."""
    changed: Fields = []
    for key, value in fields:
        if isinstance(value, list) and value and isinstance(value[0], dict) and random.random() < 0.3:
            value = [{**value[0], random.choice(_NOTES): _private(random)}, *value[1:]]
        elif isinstance(value, dict) and key not in ("mentions", *_NOTES) and random.random() < 0.3:
            value = {**value, random.choice(_NOTES): _private(random)}
        changed.append((key, value))
    return changed


# -- how it is written -------------------------------------------------------------------------


def _fields(random: Random, fields: Sequence[tuple[str, Value]], indent: int) -> str:
    text = ""
    for key, value in fields:
        text += _comment_line(random, indent)
        mark = _MARK if key in _MARKS or key in _NOTES or key in _OWN else ""
        if random.random() < 0.04:
            written = _block(random, value, indent + 2)
            text += f"{' ' * indent}? {_key(random, key)}{mark}\n{' ' * indent}:{_marked(written, mark)}"
        else:
            text += f"{' ' * indent}{_key(random, key)}:{_marked(_block(random, value, indent), mark)}"
    return text


def _marked(written: str, mark: str) -> str:
    """The mark goes to the end of the first line."""
    first, end, rest = written.partition("\n")
    return f"{first}{mark}{end}{rest}"


def _key(random: Random, key: str) -> str:
    escaped = "".join(f"\\u{ord(char):04x}" if random.random() < 0.5 else char for char in key)
    way = random.random()
    if way < 0.75 and key.replace("-", "").replace("_", "").isalnum():
        return key
    return f"'{key}'" if way < 0.85 else f'"{key}"' if way < 0.95 else f'"{escaped}"'


def _block(random: Random, value: Value, indent: int) -> str:
    """A value behind its key's colon, or behind a dash, to the end of its last line."""
    inner = indent + random.choice((1, 2, 4))
    if random.random() < 0.3 or not value:
        return f" {_flow(random, value, indent)}{_comment(random)}\n"
    if isinstance(value, str):
        return _text(random, value, indent)
    if isinstance(value, dict):
        return f"{_comment(random)}\n{_fields(random, list(value.items()), inner)}"
    at = random.choice((indent, inner)) if indent else inner
    text = f"{_comment(random)}\n"
    for item in value:
        text += _comment_line(random, at) + " " * at
        if isinstance(item, dict):
            written = _fields(random, list(item.items()), at + 2)
            text += f"-\n{written}" if written.lstrip(" ").startswith(("#", "?")) else f"- {written.lstrip(' ')}"
        else:
            text += "-" + (_text(random, item, at) if isinstance(item, str) else f" {_flow(random, item, at)}\n")
    return text


def _text(random: Random, text: str, indent: int) -> str:
    """A text in block style or in quotes, to the end of its line."""
    lines = text.split("\n")
    deep = " " * (indent + random.choice((1, 2, 3)))
    way = random.random()
    if way < 0.25:
        head = random.choice("|>") + random.choice(("", "-", "+", str(len(deep) - indent)))
        body = "".join(f"{deep}{line}\n" if line else "\n" for line in lines)
        # An indent that is given counts from that of the parent, which is not always known here.
        return f" {head.rstrip('123')}{_comment(random)}\n{body}"
    if way < 0.5 and all(map(_is_plain, filter(None, lines))):
        return (
            f" {lines[0]}"
            + "".join(f"\n{deep}{line}" if line else "\n" for line in lines[1:])
            + f"{_comment(random)}\n"
        )
    return f" {_quoted(random, text, indent)}{_comment(random)}\n"


def _is_plain(line: str) -> bool:
    return line[0].isalpha() and not any(part in line for part in (": ", " #", "{", "[", ",")) and line[-1] != ":"


def _flow(random: Random, value: Value, indent: int) -> str:
    """A value in flow style, on a line or over several, which may begin in any column."""

    def gap() -> str:
        if random.random() < 0.75:
            return random.choice(("", " "))
        return f"{_comment(random)}\n{' ' * random.choice((0, 1, indent + 2))}"

    if isinstance(value, str):
        plain = "\n" not in value and value and _is_plain(value) and random.random() < 0.5
        return value if plain else _quoted(random, value, indent)
    if isinstance(value, list):
        return "[" + gap() + f",{gap()} ".join(_flow(random, item, indent) for item in value) + gap() + "]"
    pairs = (f"{_key(random, key)}: {_flow(random, item, indent)}" for key, item in value.items())
    return "{" + gap() + f",{gap()} ".join(pairs) + gap() + "}"


def _quoted(random: Random, text: str, indent: int) -> str:
    def broken(line_end: str) -> str:
        return line_end + " " * random.choice((0, 0, 1, indent + 2))

    lines = text.split("\n")
    if random.random() < 0.5:
        quoted = [line.replace("'", "''") for line in lines]
        # Within quotes a line is broken where a blank is, too.
        return "'" + broken("\n").join(_wrapped(random, line, indent) for line in quoted) + "'"
    escaped = [json.dumps(line, ensure_ascii=False)[1:-1] for line in lines]
    return '"' + broken(random.choice(("\n", "\\n\\\n"))).join(escaped) + '"'


def _wrapped(random: Random, line: str, indent: int) -> str:
    before, blank, after = line.partition(" ")
    if random.random() < 0.7 or not blank or WORD not in before or WORD not in after:
        return line
    return f"{before}\n{' ' * random.choice((0, 1, indent + 2))}{after}"


def _comment(random: Random) -> str:
    return f"  # {random.choice(_REMARKS)}" if random.random() < 0.08 else ""


def _comment_line(random: Random, indent: int) -> str:
    if random.random() > 0.06:
        return ""
    return f"{' ' * random.choice((0, indent))}# {random.choice(_REMARKS)}\n"


_REMARKS = (
    REMARK,
    f"notes: {REMARK}",
    f"{REMARK}: {REMARK}",
    f"'{REMARK}",
    f"{REMARK} # {REMARK}",
    f"- {{{REMARK}: 1}}",
)


# -- how it is broken --------------------------------------------------------------------------


def _broken(random: Random, text: str) -> str:
    """A text with one thing wrong, anywhere but on a line that says what is private."""
    lines = text.split("\n")
    free = [n for n, line in enumerate(lines) if _MARK not in line]
    if not free:
        return text
    at = random.choice(free)
    line = lines[at]
    column = random.randint(0, len(line))
    match random.randrange(9):
        case 0 | 1 | 2:
            lines[at] = line[:column] + random.choice(_ODD) + line[column:]
        case 3:
            lines[at] = line[: max(0, column - 1)] + line[column:]
        case 4:
            lines[at] = line.lstrip(" ") if random.random() < 0.5 else line.removeprefix(" ")
        case 5:
            lines[at] = " " * random.choice((1, 2, 4)) + line
        case 6:
            lines.insert(at, line)
        case 7 if at + 1 in free:
            lines[at : at + 2] = [line + random.choice(("", " ")) + lines[at + 1].lstrip(" ")]
        case 8 if not any(_MARK in later for later in lines[at:]):
            lines[at:] = [line[:column]]
        case _:
            lines[at] = line.replace("'", "", 1) if "'" in line else line.replace('"', "", 1)
    return "\n".join(lines)


_ODD = (
    "'",
    '"',
    "'",
    '"',
    ":",
    ": ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    " # ",
    "|",
    ">",
    "- ",
    "? ",
    "&a ",
    "*a",
    "!x ",
    "%",
)
_ODD += ("\t", "\\", "\u2028", "\x85", "\x00", "\u200b", "\xa0", "@", "`", "---", "...")
