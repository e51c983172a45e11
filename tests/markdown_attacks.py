"""Markdown that attacks: cmark's pathological cases (https://github.com/commonmark/cmark/blob/master/test/
pathological_tests.py tells of their kinds), and our own. Each is about `size` characters long.
"""

from __future__ import annotations

from collections.abc import Iterator

_ROWS: dict[str, str] = {
    "strong emphasis that opens": "**a ",
    "emphasis that opens": "*a ",
    "emphasis with underscores that opens": "_a ",
    "emphasis that closes": "a** ",
    "emphasis in words": "a**b",
    "emphasis of two kinds": "*a_ ",
    "emphasis of many lengths": "*a **b ***c ",
    "multiples of three": "a**b" + "c* ",
    "strikethrough that opens": "~~a ",
    "tildes": "~",
    "asterisks": "*",
    "underscores": "_",
    "asterisks and underscores": "*_",
    "brackets that open": "[",
    "brackets that close": "]",
    "brackets": "[a](",
    "brackets and parentheses": "[](",
    "links that do not end": "[a](b",
    "links in angle brackets that do not end": "[a](<b",
    "links whose title does not end": '[a](b "c',
    "links": "[a](https://example.org) ",
    "images that do not end": "![[]()",
    "images that open": "![",
    "images": "![a](b)",
    "links by hand that open": "[[",
    "links by hand": "[[a]]",
    "links by hand with text that opens": "[[a|",
    "links by hand in each other": "[[a|[[b|",
    "exclamation marks": "!",
    "angle brackets that open": "<",
    "angle brackets and a space": "< ",
    "angle brackets that close": ">",
    "addresses that do not end": "<https://a",
    "addresses": "<https://a.b> ",
    "addresses of mail": "<a@b.c> ",
    "bare addresses": "https://a.b/c ",
    "bare addresses of mail": "a.a@b.c ",
    "at signs": "a@",
    "hosts": "a.",
    "hosts with hyphens": "a-a.",
    "schemes": "a:",
    "a scheme that does not end": "aa+",
    "slashes": "a/",
    "brackets in an address": "http://a(",
    "tags that do not end": "<a b=c ",
    "comments of HTML that open": "<!--",
    "instructions that open": "<?",
    "declarations that open": "<!A ",
    "CDATA that opens": "<![CDATA[",
    "elements": "<b>a</b> ",
    "entities": "&amp;",
    "entities that do not end": "&a",
    "ampersands": "&",
    "numbers of characters": "&#0;",
    "long numbers of characters": "&#99999999999;",
    "backslashes": "\\",
    "backslashes and brackets": "\\[",
    "backticks": "`",
    "code": "`a` ",
    "hard breaks": "a  \n",
    "hard breaks with backslashes": "a\\\n",
    "spaces": " ",
    "tabs": "\t",
    "tabs and letters": "a\t",
    "blank lines": "\n",
    "lines": "a\n",
    "paragraphs": "a\n\n",
    "headings": "# a\n",
    "headings with nothing": "#\n",
    "number signs": "#",
    "headings underlined": "a\n=\n",
    "equals signs": "=",
    "rules": "***\n",
    "a rule that is none": "* ",
    "hyphens": "-",
    "hyphens apart": "- ",
    "plus signs": "+ ",
    "quotes": "> a\n\n",
    "quotes that open": ">",
    "quotes that open, apart": "> ",
    "lists": "- a\n",
    "lists apart": "- a\n\n",
    "lists with nothing": "-\n",
    "lists with numbers": "1. a\n",
    "lists of two kinds": "- a\n+ a\n",
    "numbers": "1. ",
    "quotes and lists": "> - ",
    "items in quotes": "> - a\n",
    "indented code": "    a\n",
    "fences": "```\n",
    "fences of two kinds": "```\n~~~\n",
    "fences that open": "```a\nb\n\n",
    "definitions": "[a]: https://b\n",
    "definitions of nothing": "[a]:\n",
    "definitions that do not end": "[a\n",
    "titles of definitions": '[a]: https://b "\n',
    "tables": "|a|b|\n|-|-|\n|c|d|\n\n",
    "rows that are none": "|\n",
    "pipes": "|",
    "cells": "a|",
    "marks of tables": "|-",
    "admonitions": "!!! a\n    b\n",
    "footnotes": "[^1] ",
    "attributes": "{: a=b }",
    "braces": "{{",
    "dollars": "$",
    "formulas": "$a$ ",
    "colons": ":",
    "carets": "^",
    "plus signs together": "+",
    "quotation marks": '"',
    "apostrophes": "'",
    "full stops": ".",
    "sentences of one letter": "A. ",
    "ellipses": "… ",
    "question marks": "?! ",
    "Chinese full stops": "。",
    "Chinese letters": "国",
    "combining marks": "\u0301",
    "letters with marks": "e\u0301",
    "Hangul": "\u1100\u1161",
    "zero-width joiners": "\u200d",
    "marks of direction": "\u202e",
    "isolates": "\u2066",
    "NUL": "\x00",
    "line separators": "\u2028",
    "paragraph separators": "\u2029",
    "emoji": "\U0001f600",
    "names": "Ann ",
    "names that lack a letter": "An",
    "full names": "Ann Bird ",
    "surnames": "Bird ",
    "names in capitals": "ANN BIRD ",
    "initials": "A. B. Bird ",
    "countries": "Syria ",
    "demonyms": "Syrian ",
    "capitals of countries": "Damascus ",
    "days": "3 March 2016 ",
    "months": "March ",
    "months and days": "March 3 ",
    "weekdays": "Monday ",
    "years": "2016 ",
    "digits": "9",
    "numbers apart": "9 ",
    "ordinals": "1st ",
    "days with hyphens": "2016-08-18 ",
    "hyphens and digits": "1-",
    "spans of years": "1990s-",
    "relative days": "yesterday ",
    "last last last": "last ",
    "from and to": "from 3 to 4 ",
    "the beginning of": "the beginning of ",
    "words": "word ",
    "a word": "a",
    "capital letters": "A",
    "words with hyphens": "a-",
    "words with apostrophes": "a'",
    "words with dots": "U.S. ",
}


def attacks(size: int) -> Iterator[tuple[str, str]]:
    """Yield them with their names."""

    def row(text: str) -> str:
        return text * (size // len(text))

    def numbered(text: str) -> str:
        return "".join(text.format(n) for n in range(size // (len(text) + 4)))

    half = size // 2
    for name, text in _ROWS.items():
        yield name, row(text)
    for opening, closing, name in (
        ("*a **a ", "b** b* ", "nested emphasis"),
        ("[", "]", "nested brackets"),
        ("[a", "](https://b)", "nested links"),
        ("![a", "](https://b)", "nested images"),
        ("[[", "]]", "nested links by hand"),
        ("(", ")", "nested parentheses"),
        ("<b>", "</b>", "nested elements"),
        ("~~a ", " b~~", "nested strikethrough"),
        ("“", "”", "nested quotation marks"),
    ):
        count = half // max(len(opening), len(closing))
        yield name, opening * count + "a" + closing * count
    yield "parentheses in an address", "[a](" + "(" * half + ")" * half + ")"
    yield "backticks of many lengths", "".join("e" + "`" * n for n in range(1, int((2 * size) ** 0.5)))
    yield "backticks of many lengths, each alone", " ".join("`" * n for n in range(int((2 * size) ** 0.5), 0, -1))
    yield "lists in lists, indented", "".join("  " * n + "* a\n" for n in range(int(size**0.5)))
    yield "quotes in quotes, line by line", "".join(">" * n + "a\n" for n in range(int((2 * size) ** 0.5)))
    yield "quotes that go on by themselves", ">" * half + "a\n" + "b\n" * (half // 2)
    yield (
        "a table with many columns",
        "|a" * (size // 6) + "|\n" + "|-" * (size // 6) + "|\n" + "|b" * (size // 6) + "|",
    )
    yield "a table with many columns and rows", "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|\n" * (size // 2)
    yield "a table whose rows are short", "|a" * (half // 4) + "|\n" + "|-" * (half // 4) + "|\n" + "|b\n" * (half // 3)
    yield "many definitions", numbered("[a{0}]: https://b\n") + "\n[a1]\n"
    yield "many definitions and many uses", numbered("[a{0}]: https://b\n")[:half] + "\n\n" + numbered("[a{0}] ")[:half]
    yield "a label that is long", f"[{'a' * size}]: https://b\n"
    yield "one definition and many uses", f"[a]: https://b/{'c' * 100}\n\n" + row("[a] ")
    yield "an address that grows", f"[a]: https://b/{'c' * half}\n\n" + "[a] " * (half // 40)
    yield "fences of many lengths", "".join("`" * n + "\na\n" for n in range(3, int((2 * size) ** 0.5)))
    yield "a heading that is long", "# " + row("a ")
    yield "a heading that ends in many signs", "# a " + "#" * size
    yield "an item that is long", "- " + row("a\n  ")
    yield "a paragraph that is long", row("word and word. And then\n")
    yield "a long list", numbered("{0}. a\n")
    yield "headings that differ", numbered("## a{0}\n")
    yield "emphasis that does not end in many paragraphs", row("*a\n\n")
    yield "a link around everything", "[" + row("a ") + "](https://b)"
    yield "a link by hand around everything", "[[a|" + row("a ") + "]]"
    yield "tabs and quotes", row(">\ta\n")
    yield "tabs and lists", row("-\t-\ta\n")
    yield "a name in pieces", row("Ann  \n\n> Bird\n\n")
    yield "all of it", row("> - *a* [b](c) `d` & <e> **f**\n> 1. g\n\n| h |\n|---|\n| i |\n\n")
