"""How much one YAML file may hold. Far more than anybody writes by hand, and little enough to be refused at once.

`max_file_size` bounds the file as a whole; these bound what can be made of so many bytes.
"""

MAX_DEPTH = 64
"""Levels of nesting."""

MAX_TEXT = 100_000
"""Characters of one text."""

MAX_ITEMS = 10_000
"""Items of one list."""

MAX_KEYS = 1_000
"""Keys of one mapping inside a record."""

MAX_VALUES = 20_000
"""Keys, texts, lists and mappings of one record."""

MAX_RECORDS = 50_000
"""Records of one file."""

MAX_REPEATED = 100
"""Keys that stand twice in a file, each of which gets a message of its own."""
