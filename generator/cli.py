"""The command `dossier`. The only importer of click; stages are imported by the commands that need them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.garbage import ignore_garbage, keep_until_exit

if TYPE_CHECKING:
    from generator.build import Edition
    from generator.config import Options
    from generator.diagnostics import Diagnostic

FINDINGS = 1


class _Commands(click.Group):
    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except Exception as error:
            from generator.workers import WorkersError

            if isinstance(error, WorkersError):
                raise click.ClickException(str(error)) from error
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
@click.option(
    "-C",
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder: where mkdocs.yml lies. Default: the current one.",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Articles and YAML in, evidence-linked dossiers out."""
    ignore_garbage()
    context.obj = project.resolve()


_EXECUTOR = click.option(
    "--executor",
    help="Where the heavy work runs: auto, serial, process, process:4, or module:function, which gives an Executor of "
    "concurrent.futures. Default: as mkdocs.yml says. The variable DOSSIER_EXECUTOR overrules both.",
)


@main.command()
@click.option("--strict", is_flag=True, help="Count warnings as findings.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@_EXECUTOR
@click.pass_obj
def check(project: Path, strict: bool, form: str, executor: str | None) -> None:
    """Report what is wrong in data/. Exits with 0 if nothing is, 1 if something is."""
    from generator.check import check
    from generator.diagnostics import has_errors
    from generator.memory import Memory

    memory = Memory()
    problems = check(_options(project, executor), memory)
    keep_until_exit(memory)
    _print(problems, form)
    if form == "text":
        click.echo(_summary(problems))
    sys.exit(FINDINGS if has_errors(problems, strict=strict) else 0)


@main.command()
@click.option("--to", "target", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to.")
@_EXECUTOR
@click.pass_obj
def build(project: Path, target: Path, executor: str | None) -> None:
    """Write the whole site as Markdown, with a mkdocs.yml, for any builder that reads MkDocs projects."""
    from generator.build import write_site
    from generator.diagnostics import has_errors
    from generator.export.markdown_tree import tree_files
    from generator.read.site_settings import read_settings
    from generator.write.tree import CannotWrite, write_tree

    options, settings = _options(project, executor), read_settings(project / "mkdocs.yml")
    written, problems = write_site(options)
    _print(problems, "text")
    if has_errors(problems):
        click.echo(f"nothing was written: {_summary(problems)}", err=True)
        sys.exit(FINDINGS)
    own = _hand_written(project, settings, written.edition)
    pages = {path: page.markdown for path, page in written.pages.items()}
    try:
        change = write_tree(target, tree_files(pages, own, settings))
    except CannotWrite as error:
        click.echo(str(error), err=True)
        sys.exit(FINDINGS)
    click.echo(f"{target}: {change.written} written, {change.unchanged} unchanged, {change.removed} removed")
    keep_until_exit(written)


@main.command()
@click.option("--to", "target", type=click.Path(file_okay=False, path_type=Path), default=Path("schema"))
@click.pass_obj
def schema(project: Path, target: Path) -> None:
    """Write the JSON Schemas of the input files, for editors. Default: into schema/."""
    from generator.export.schema import schemas

    folder = project / target
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{folder}: {len(schemas())} schemas")


@main.command()
@click.argument("article", required=False)
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Every article of the collection.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
@click.pass_obj
def why(project: Path, article: str | None, name: str | None, everything: bool, form: str) -> None:
    """Explain what ARTICLE was found to name, by which rule, and what was rejected and why.

    NAME keeps only the lines in which it stands (a word of the text, an id, a code or a date).
    """
    from generator.build import link
    from generator.explain import explain_json, explain_text, find_articles

    if everything == (article is not None):
        raise click.UsageError("name an article, or give --all")
    corpus, _ = link(_options(project))
    articles, hint = find_articles(corpus, article)
    if not articles and article is not None:
        raise click.UsageError(f"there is no article '{article}' {hint}".rstrip())
    lines = explain_json(articles) if form == "jsonl" else explain_text(articles, name)
    for line in lines:
        click.echo(line)
    keep_until_exit(corpus)


def _options(project: Path, executor: str | None = None) -> Options:
    """The options in mkdocs.yml. executor: overrules the one there."""
    from generator.config import Options, executor_from, moment
    from generator.read.site_settings import plugin_settings, read_settings

    settings = plugin_settings(read_settings(project / "mkdocs.yml"))
    known: dict[str, Any] = {
        key: settings[key]
        for key in ("data_dir", "templates_dir", "max_file_size", "maps")
        if settings.get(key) is not None
    }
    try:
        known["executor"] = executor_from(os.environ, executor or str(settings.get("executor") or "auto"))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return Options(root=project, now=moment(os.environ), **known)


def _hand_written(project: Path, settings: dict[str, Any], edition: Edition) -> dict[str, bytes]:
    """The files of `docs/`, with the home page's figures where a page wants them."""
    from generator.pages.home_mark import home_text

    folder = project / str(settings.get("docs_dir") or "docs")
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            files[relative.as_posix()] = path.read_bytes()
    if "index.md" not in files:
        name, description = (str(settings.get(key) or "") for key in ("site_name", "site_description"))
        files["index.md"] = home_text(name or "Dossier", description).encode()
    return {path: _with_home(path, content, edition, settings) for path, content in files.items()}


def _with_home(path: str, content: bytes, edition: Edition, settings: dict[str, Any]) -> bytes:
    from generator.build import write_home
    from generator.export.markdown_tree import with_site_links
    from generator.pages.home_mark import wants_home, with_home

    text = content.decode("utf-8", "replace") if path.endswith(".md") else ""
    if not wants_home(text):
        return content
    home, _ = write_home(edition, path)
    return with_home(text, with_site_links(home, path, settings)).encode()


def _print(problems: Iterable[Diagnostic], form: str) -> None:
    from generator.diagnostics import FORMATS

    for problem in problems:
        click.echo(FORMATS[form](problem))


def _summary(problems: Iterable[Diagnostic]) -> str:
    from generator.diagnostics import Severity
    from generator.pages.say import count

    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}" if severities else "no problems found"
