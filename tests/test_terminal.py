"""What the commands print of texts, names of files and options that others wrote: nothing steers the terminal."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from mkdocs_dossier.diagnostics.visible import HIDDEN
from tests.imports.saved import FIRST, SECOND, TITLE, page
from tests.processes import run
from tests.small_project import small_project

TURN, CLEAR, TAG = "\u202e", "\x9b2J", "\U000e0041"
ODD = f"{TURN}{CLEAR}{TAG}\u200b"
"""The direction of writing turned, a terminal cleared, what nobody can see."""

ACTORS = f"""
jane-roe: {{name: Jane Roe, type: person, aliases: ["Jane{TURN} Roe of {TAG}Exampleton"]}}
"""
TEXT = f"Max{TURN} Muster{TAG} of the Navy met Jane{TURN} Roe of {TAG}Exampleton. The mayor, Max{TURN} Muster, said so."
ARTICLE = f"---\ntitle: A visit\ndate: 2016-08-18\n---\n{TEXT} {FIRST} Max Muster spoke.\n"
ROWS = f"name,type,born,{ODD}\nBo{ODD} Else,person,{ODD},x\nAnn{ODD} Other,person,1960,x\n"
MARKDOWN = f"---\ntitle: A note{TURN}\ndate: 2016-08-18\n{TURN}odd: 1\n---\n{FIRST}{TURN} {SECOND}{TAG} \x1b[31m\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = small_project(tmp_path, {"data/actors.yml": ACTORS})
    for name in ("a", "b", f"c{ODD}"):
        path = root / f"data/articles/2016/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    inside = f"<article><h1>{TITLE}{ODD}</h1><p>18 August 2016{TURN}</p><p>{FIRST}{TURN}</p><p>{SECOND}</p></article>"
    files = {
        f"page{ODD}.html": page(
            inside + f"<p>Share{TURN} on Facebook</p>", head=f"<meta name='author' content='X{TURN}'>"
        ),
        f"empty{ODD}\n::error::.html": "",
        f"rows{ODD}.csv": ROWS,
        f"note{ODD}.md": MARKDOWN,
    }
    (root / "in").mkdir()
    for name, text in files.items():
        (root / "in" / name).write_text(text, encoding="utf-8")
    (root / f"docs/lost{ODD}.md").symlink_to("nowhere")
    return root


IMPORTS = {
    "a page, tried": (f"page{ODD}.html", "--dry-run", "--show-dropped"),
    "a page": (f"page{ODD}.html", "--title", f"T{TURN}", "--show-dropped"),
    "a note, tried": (f"note{ODD}.md", "--dry-run"),
    "rows, tried": (f"rows{ODD}.csv", "--as", "actors", "--dry-run"),
    "rows": (f"rows{ODD}.csv", "--as", "actors"),
    "an empty file": (f"empty{ODD}\n::error::.html",),
    "no date": (f"page{ODD}.html", "--date", ODD),
    "a folder outside": (f"page{ODD}.html", "--to", f"../{ODD}"),
}
COMMANDS = {
    "why as text": ("why", "--all"),
    "why in vain": ("why", f"articles/2016/{ODD}"),
    "why in vain of a name": ("why", "2016/a", ODD),
    "suggest": ("suggest",),
    "suggest in vain": ("suggest", ODD),
    "mute": ("suggest", "--mute", f"Bo{ODD}"),
    "rename in vain": ("rename", f"x{ODD}", "y"),
    "new in vain": ("new", "actor", "--name", f"X{ODD}", "--type", ODD),
    "new": ("new", "actor", "--name", f"X{ODD}", "--type", "person"),
    "check": ("check",),
    "explain in vain": ("check", "--explain", ODD),
    "build": ("build", "--to", f"out{ODD}"),
    "schema": ("schema", "--to", f"out{ODD}"),
    "an option that is none": ("check", f"--{ODD}"),
    "a command that is none": (ODD,),
    "a project that is none": ("-C", ODD, "check"),
}
COMMANDS |= {f"import: {name}": ("import", f"in/{file}", *more) for name, (file, *more) in IMPORTS.items()}


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_that_is_printed_steers_the_terminal(name: str, project: Path) -> None:
    done = run("dossier", *COMMANDS[name], cwd=project)
    printed = done.stdout + done.stderr
    assert printed
    assert HIDDEN.findall(printed.replace("\n", "")) == []
    assert "\n::error" not in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("command", [("why", "--all", "--format", "jsonl"), ("suggest", "--format", "json")])
def test_json_is_printed_so_that_it_steers_nothing_and_says_the_same(command: tuple[str, ...], project: Path) -> None:
    lines = run("dossier", *command, cwd=project).stdout.splitlines()
    assert lines
    assert HIDDEN.findall("".join(lines)) == []
    said = [json.loads(line) for line in lines]
    assert any(TURN in one.get("text", "") + json.dumps(one, ensure_ascii=False) for one in said)


def test_what_a_dry_run_prints_is_what_is_written_but_for_what_nobody_sees(project: Path) -> None:
    tried = run("dossier", "import", f"in/page{ODD}.html", "--dry-run", cwd=project)
    assert "\\u202e" in tried.stdout
    run("dossier", "import", f"in/page{ODD}.html", cwd=project)
    head, _, text = tried.stdout.partition("\n")
    written = (project / head.removeprefix("# ")).read_text("utf-8")
    assert text.replace("\\u202e", TURN).replace("\\U000e0041", TAG).replace("\\x9b", "\x9b").rstrip(
        "\n"
    ) == written.rstrip("\n")


def test_a_command_alone_prints_its_help(project: Path) -> None:
    done = run("dossier", "new", cwd=project)
    assert "Commands:\n  actor " in done.stdout + done.stderr


def test_one_module_prints() -> None:
    folder = Path(__file__).parent.parent / "generator/mkdocs_dossier/cli"
    printing = {
        file.name
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("click.echo", "click.secho", "print")
    }
    assert printing == {"echo.py"}
