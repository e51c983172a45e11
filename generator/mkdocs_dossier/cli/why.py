"""`dossier why`: the rule behind each mention."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.project import options_of
from mkdocs_dossier.run.gc_tuning import keep_until_exit


@click.command()
@click.argument("article", required=False)
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Every article of the collection.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
@click.pass_obj
def why(project: Path, article: str | None, name: str | None, everything: bool, form: str) -> None:
    """Explain what ARTICLE was found to name, by which rule, and what was rejected and why.

    NAME keeps only the lines in which it stands (a word of the text, an id, a code or a date).
    """
    from mkdocs_dossier.explain import explain_json, explain_text, find_articles, likeliest_name
    from mkdocs_dossier.stages import link

    if everything == (article is not None):
        raise click.UsageError("name an article, or give --all")
    corpus, _ = link(options_of(project))
    articles, hint = find_articles(corpus, article)
    if not articles and article is not None:
        raise click.UsageError(f"there is no article '{article}' {hint}".rstrip())
    lines = explain_json(articles) if form == "jsonl" else explain_text(articles, name)
    silent = True
    for line in lines:
        echo(line)
        silent = False
    if name is not None and silent:
        hint = likeliest_name(corpus, articles[0], name)
        raise click.ClickException(f"nothing in '{article}' is, or may be, '{name}' {hint}".rstrip())
    keep_until_exit(corpus)
