"""Reads every file of a collection, and parses it with PyYAML's C loader and markdown-it-py: what any check must do.

python tests/benchmarks/plain_parsing.py DATA
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import yaml
from markdown_it import MarkdownIt


def main(data: Path) -> None:
    gc.disable()  # as `dossier` does
    markdown = MarkdownIt("commonmark")
    for path in sorted(data.rglob("*.yml")):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for path in sorted(data.glob("articles/**/*.md")):
        _, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yaml.load(front_matter, Loader=yaml.CSafeLoader)
        markdown.parse(body)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
