"""`dossier check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, print_all, print_end
from mkdocs_dossier.cli.project import executor_option, options_of
from mkdocs_dossier.run.gc_tuning import keep_until_exit


@click.command()
@click.option("--strict", is_flag=True, help="Count warnings as findings.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--explain", "code", metavar="CODE", help="Say what a code means, with a wrong and a right example.")
@executor_option
@click.pass_obj
def check(project: Path, strict: bool, form: str, code: str | None, executor: str | None) -> None:
    """Report what is wrong in data/ and mkdocs.yml. Exits with 0 if nothing is, 1 if something is."""
    if code is not None:
        echo(*_explained(code).split("\n"))
        return
    from mkdocs_dossier.check import check
    from mkdocs_dossier.diagnostics import has_errors, in_order
    from mkdocs_dossier.read.site_faults import option_faults, site_faults
    from mkdocs_dossier.read.site_settings import read_site
    from mkdocs_dossier.run.progress_bar import progress_bar

    site = read_site(project)
    options = options_of(project, executor, site)
    with progress_bar() as progress:
        found = check(options, progress, keep_until_exit)
    if option_faults(site):  # nobody knows then where the collection lies
        found = tuple(problem for problem in found if problem.code != "no-data")
    problems = in_order((*site_faults(site), *found))
    print_all(problems, form, options)
    if form == "text":
        print_end(problems, strict=strict)
    sys.exit(FINDINGS if has_errors(problems, strict=strict) else 0)


def _explained(code: str) -> str:
    """The section of the manual on a code."""
    from mkdocs_dossier.diagnostics import CODES
    from mkdocs_dossier.run.package_files import manual_page

    if code not in CODES:
        from mkdocs_dossier.model.near_names import did_you_mean

        hint = did_you_mean(code, CODES, otherwise="the codes are " + ", ".join(sorted(CODES)))
        raise click.UsageError(f"there is no code '{code}' ({hint})")
    text = manual_page("diagnostics.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {code}\n")[2].partition("\n## ")[0].partition("\n<!-- end -->")[0]
    return f"{code}\n\n{section.strip()}"
