"""Make `data/han_words.txt` of the package, by which names are told from parts of other words, from ICU's dictionary.

It is ICU 72.1's `cjdict.txt` (`source/data/brkitr/dictionaries` of its sources), in which each line has a word and how
unlikely it is. The same file gives the same bytes (`tools/README.md` has the set-up)::

    python tools/make_han_words.py cjdict.txt
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "generator" / "mkdocs_dossier" / "data" / "han_words.txt"

HEAD = """\
# Words in Han characters, by how unlikely they are. Made by tools/make_han_words.py from cjdict.txt of ICU 72.1.
# Licences: han_words.license.txt
"""

HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff]+")

#: How unlikely a word, and a character by itself, may be. More words than these made no difference in our trials.
MOST, MOST_SINGLE = 105, 100
LONGEST = 5


def main(source: Path) -> None:
    """Write the common words of a dictionary, each line with those of one likelihood."""
    by_cost: dict[int, list[str]] = defaultdict(list)
    for line in source.read_text(encoding="utf-8-sig").splitlines():
        word, _, cost = line.partition("#")[0].strip().partition("\t")
        if HAN.fullmatch(word) and len(word) <= LONGEST and int(cost) <= (MOST_SINGLE if len(word) == 1 else MOST):
            by_cost[int(cost)].append(word)
    lines = (f"{cost} {' '.join(sorted(words))}\n" for cost, words in sorted(by_cost.items()))
    OUTPUT.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
