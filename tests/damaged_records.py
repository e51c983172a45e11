"""Articles and records that their author meant to keep back, and whose mark of that is damaged in some way."""

from __future__ import annotations

CANARY = "zeisig"
"""Stands in whatever must not come out."""

_FIELDS = f"title: The {CANARY} sings\ndate: 2016-08-18\nsummary: What the {CANARY} sang.\n"
_BODY = f"\nThe {CANARY} sang of Syria on 3 March 2016.\n\n## The {CANARY}\n\n- {CANARY}\n"


def _article(
    fields: str, *, opening: str = "---\n", closing: str = "---\n", before: str = "", body: str = _BODY
) -> str:
    return before + opening + fields + closing + body


def _marked(mark: str) -> str:
    """An article with this line in its front matter."""
    return _article(f"{_FIELDS}{mark}\n")


_DRAFT = f"{_FIELDS}status: draft\n"

DAMAGED_ARTICLES: dict[str, str] = {
    # The fence
    "no fence above": _article(_DRAFT, opening=""),
    "no fence below": _article(_DRAFT, closing=""),
    "no fence below, and a rule in the text": _article(_DRAFT, closing="", body=f"{_BODY}\n---\n\nMore {CANARY}.\n"),
    "no fence below, and text that reads like fields": _article(
        _DRAFT, closing="", body=f"The {CANARY}: a bird\nIts song: loud\n---\nMore {CANARY}.\n"
    ),
    "no fences": _article(_DRAFT, opening="", closing=""),
    "four dashes above": _article(_DRAFT, opening="----\n"),
    "four dashes below": _article(_DRAFT, closing="----\n"),
    "two dashes above": _article(_DRAFT, opening="--\n"),
    "two dashes below": _article(_DRAFT, closing="--\n"),
    "em dashes": _article(_DRAFT, opening="———\n", closing="———\n"),
    "an em dash and a hyphen": _article(_DRAFT, opening="—-\n", closing="—-\n"),
    "en dashes below": _article(_DRAFT, closing="–––\n"),
    "en dashes below, and a rule in the text": _article(_DRAFT, closing="–––\n", body=f"{_BODY}\n---\n\nMore.\n"),
    "minus signs": _article(_DRAFT, opening="−−−\n", closing="−−−\n"),
    "fullwidth hyphens": _article(_DRAFT, opening="\uff0d\uff0d\uff0d\n", closing="\uff0d\uff0d\uff0d\n"),
    "dashes apart": _article(_DRAFT, opening="- - -\n", closing="- - -\n"),
    "underscores": _article(_DRAFT, opening="___\n", closing="___\n"),
    "TOML": _article(_DRAFT, opening="+++\n", closing="+++\n"),
    "TOML, as it is written": f'+++\ntitle = "The {CANARY}"\nstatus = "draft"\n+++\n{_BODY}',
    "semicolons": _article(_DRAFT, opening=";;;\n", closing=";;;\n"),
    "JSON": f'{{"title": "The {CANARY}", "date": "2016-08-18", "status": "draft"}}\n{_BODY}',
    "JSON in a fence of its own": f'---json\n{{"title": "The {CANARY}", "status": "draft"}}\n---\n{_BODY}',
    "three dots below": _article(_DRAFT, closing="...\n"),
    "text on the fence above": _article(_DRAFT, opening="--- # draft\n"),
    "text on the fence below": _article(_DRAFT, closing="--- end\n"),
    "a comment for a fence": _article(_DRAFT, opening="# ---\n"),
    "a comment for the fence below": _article(_DRAFT, closing="# ---\n"),
    "fences of code": _article(_DRAFT, opening="```yaml\n", closing="```\n"),
    "fences in code": _article(_DRAFT, before="```\n", closing="---\n```\n"),
    "an empty line above": _article(_DRAFT, before="\n"),
    "a line of blanks above": _article(_DRAFT, before="  \n"),
    "a space before the fence": _article(_DRAFT, before=" "),
    "a space before the fence below": _article(_DRAFT, closing=" ---\n"),
    "a tab before the fence": _article(_DRAFT, before="\t"),
    "a no-break space before the fence": _article(_DRAFT, before="\xa0"),
    "a no-break space behind the fence below": _article(_DRAFT, closing="---\xa0\n"),
    "a zero-width space before the fence": _article(_DRAFT, before="\u200b"),
    "a zero-width space in the fence": _article(_DRAFT, opening="-\u200b--\n"),
    "a zero-width space behind the fence": _article(_DRAFT, opening="---\u200b\n"),
    "a zero-width space in the fence below": _article(_DRAFT, closing="--\u200b-\n"),
    "two byte order marks": _article(_DRAFT, before="\ufeff\ufeff"),
    "a byte order mark and a space": _article(_DRAFT, before="\ufeff "),
    "a left-to-right mark": _article(_DRAFT, before="\u200e"),
    "a comment of HTML above": _article(_DRAFT, before="<!-- draft -->\n"),
    "a heading above": _article(_DRAFT, before=f"# The {CANARY}\n\n"),
    "a quote around it": "".join(f"> {line}\n" for line in _article(_DRAFT).split("\n")),
    "all of it indented": "".join(f"    {line}\n" for line in _article(_DRAFT).split("\n")),
    "an early end": _article(_FIELDS, body=f"status: draft\n---\n{_BODY}"),
    "an early end, with a list": _article(_FIELDS, body=f"- status: draft\n---\n{_BODY}"),
    "nothing in it": _article("", body=f"{_DRAFT}---\n{_BODY}"),
    # The key
    "a capital": _marked("Status: draft"),
    "capitals": _marked("STATUS: DRAFT"),
    "a slip": _marked("statut: draft"),
    "another slip": _marked("stauts: withheld"),
    "another word": _marked("draft: true"),
    "published: false": _marked("published: false"),
    "visibility: private": _marked("visibility: private"),
    "a Cyrillic letter": _marked("ѕtatus: draft"),
    "fullwidth letters": _marked("\uff53\uff54\uff41\uff54\uff55\uff53: draft"),
    "a fullwidth colon": _marked("status\uff1a draft"),
    "a zero-width space in the key": _marked("sta\u200btus: draft"),
    "a soft hyphen in the key": _marked("sta\xadtus: draft"),
    "a no-break space before the key": _marked("\xa0status: draft"),
    "a no-break space behind the key": _marked("status\xa0: draft"),
    "a byte order mark before the key": _marked("\ufeffstatus: draft"),
    "a space before the key": _marked(" status: draft"),
    "a tab before the key": _marked("\tstatus: draft"),
    "no space behind the colon": _marked("status:draft"),
    "no colon": _marked("status draft"),
    "an equals sign": _marked("status = draft"),
    "a dash before the key": _marked("- status: draft"),
    "an asterisk before the key": _marked("* status: draft"),
    "bold": _marked("**status**: draft"),
    "a question mark": _marked("? status: draft"),
    "twice": _marked("status: published\nstatus: draft"),
    "twice, the other way": _marked("status: draft\nstatus: published"),
    "with a tag": _marked("status: !draft yes"),
    "with an anchor": _marked("status: &s draft"),
    "an alias": _marked("status: *draft"),
    "merged": _marked("<<: {status: draft}"),
    "a directive": _article(f"%YAML 1.2\n{_DRAFT}"),
    "a second document": _article(f"{_FIELDS}... \nstatus: draft\n"),
    # The value
    "nothing": _marked("status:"),
    "nothing but a comment": _marked("status: # draft"),
    "on the next line": _marked("status:\ndraft"),
    "a value in capitals": _marked("status: Draft"),
    "a slip in the value": _marked("status: daft"),
    "a value of another tool": _marked("status: private"),
    "a zero-width space in the value": _marked("status: draft\u200b"),
    "a full stop": _marked("status: draft."),
    "a list": _marked("status: [draft]"),
    "a mapping": _marked("status: {draft: true}"),
    "true": _marked("status: true"),
    "no end of a quote": _marked('status: "draft'),
    "no end of another quote": _marked("status: 'draft"),
    "a typographer's quotes": _marked("status: “draft”"),
    "a NUL": _marked("status: draft\0"),
    "a line separator": _marked("lang: en\u2028status: draft"),
    "a vertical tab": _marked("lang: en\x0bstatus: draft"),
    "an impossible day": _marked("embargo: 2999-02-30"),
    "a month": _marked("embargo: 2999-02"),
    "a day in words": _marked("embargo: 1 March 2999"),
    "an American day": _marked("embargo: 03/01/2999"),
    "no day": _marked("embargo:"),
    "a slip in embargo": _marked("embarg: 2999-03-01"),
    "embargo in capitals": _marked("EMBARGO: 2999-03-01"),
    # What stands around it
    "a list around it": _article("".join(f"- {line}\n" for line in _DRAFT.splitlines())),
    "braces that do not close": _article(f"{{title: The {CANARY}, date: 2016-08-18, status: draft\n"),
    "a colon in the title": _article(f"title: The {CANARY}: a song\ndate: 2016-08-18\nstatus: draft\n"),
    "an impossible date": _article(f"title: The {CANARY}\ndate: 2016-02-30\nstatus: draft\n"),
    "below another key": _article(f"{_FIELDS}notes:\n  by: me\n  status: draft\n"),
    "in a summary": _article(f"title: The {CANARY}\ndate: 2016-08-18\nsummary: |\n  It sang.\n  status: draft\n"),
    "in a folded summary": _article(f"title: The {CANARY}\ndate: 2016-08-18\nsummary: >\n  So.\n  status: draft\n"),
    "in a quoted text": _article(f'title: The {CANARY}\ndate: 2016-08-18\nsummary: "It sang.\n  status: draft"\n'),
    "on the line of another field": _article(f"title: The {CANARY} status:draft\ndate: 2016-08-18\n"),
    "in notes": _article(f"{_FIELDS}notes: |\n  Ask first.\n  embargo: 2999-03-01\n"),
    "in a list of sources": _article(f"{_FIELDS}sources:\n  - title: A song\n    status: draft\n"),
    "among mentions": _article(f"{_FIELDS}mentions:\n  Syria: SY\n  status: draft\n"),
    "in the text": _article(_FIELDS, body=f"status: draft\n{_BODY}"),
    "in the text, in bold": _article(_FIELDS, body=f"\n**Status:** draft\n{_BODY}"),
    "in the text, as a heading": _article(_FIELDS, body=f"\n# STATUS: DRAFT\n{_BODY}"),
    "in the text, with a slip": _article(_FIELDS, body=f"\nstat\u200bus: withheld\n{_BODY}"),
    "in the text, an embargo": _article(_FIELDS, body=f"\nembargo: 2999-03-01\n{_BODY}"),
    "at the end of the text": _article(_FIELDS, body=f"{_BODY}\nstatus: draft\n"),
}
"""Each is an article's file; none may be published, and each is reported."""

HONOURED_ARTICLES: dict[str, str] = {
    "plain": _marked("status: draft"),
    "a space before the colon": _marked("status : draft"),
    "many spaces": _marked("status  :   draft   "),
    "a tab behind the colon": _marked("status:\tdraft"),
    "quotes": _marked("'status': \"draft\""),
    "a comment behind it": _marked("status: draft # until Monday"),
    "on the next line, indented": _marked("status:\n  draft"),
    "an explicit key": _marked("? status\n: draft"),
    "braces": _article(f"{{title: The {CANARY}, date: 2016-08-18, status: draft}}\n"),
    "a block of text": _marked("status: |-\n  draft"),
    "Windows line ends": _marked("status: draft").replace("\n", "\r\n"),
    "old Macintosh line ends": _marked("status: draft").replace("\n", "\r"),
    "a byte order mark": f"\ufeff{_marked('status: draft')}",
    "blanks behind the fences": _article(_DRAFT, opening="---  \n", closing="---\t\n"),
    "withheld": _marked("status: withheld"),
    "an embargo": _marked("embargo: 2999-03-01"),
    "an embargo in quotes": _marked("embargo: '2999-03-01'"),
}
"""Odd, but right: such an article is a draft, and there is nothing to report."""


DAMAGED_MARKS: tuple[str, ...] = (
    *("Status: draft", "statut: draft", "status:", "status: Draft", "status: [draft]", 'status: "draft'),
    *("status: draft\0", "status:draft", " status: draft", "\tstatus: draft", "ѕtatus: draft", "sta\u200btus: draft"),
    *("status: !x draft", "status: *draft", "status: published\nstatus: draft", "embargo:", "embargo: 2999-02-30"),
    *("draft: true", "notes:\n  status: draft", "notes: |\n  status: draft", "...\nstatus: draft"),
    *("---\nstatus: draft", "{status: draft}", "<<: {status: draft}", "links: {status: draft}"),
)
"""Lines at the end of an actor's or event's own file that were meant to keep it back."""


def damaged_actor(mark: str) -> str:
    return f"name: The {CANARY}\ntype: person\nsummary: What the {CANARY} sang.\n{mark}\n"


def damaged_event(mark: str) -> str:
    return f"title: The {CANARY} sings\ndate: 2016-08-18\nsummary: What the {CANARY} sang.\n{mark}\n"
