"""The command `dossier`, a module for each of its commands. The only importer of click; stages are imported by the
commands that need them, when they run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mkdocs_dossier import __version__
from mkdocs_dossier.cli.build import build
from mkdocs_dossier.cli.check import check
from mkdocs_dossier.cli.echo import readable_errors
from mkdocs_dossier.cli.import_ import import_
from mkdocs_dossier.cli.init import init
from mkdocs_dossier.cli.new import new
from mkdocs_dossier.cli.rename import rename
from mkdocs_dossier.cli.schema import schema
from mkdocs_dossier.cli.suggest import suggest
from mkdocs_dossier.cli.why import why
from mkdocs_dossier.run.gc_tuning import tune_gc
from mkdocs_dossier.run.termination import clean_up_on_termination


class _Commands(click.Group):
    def make_context(self, *given: Any, **more: Any) -> click.Context:
        with readable_errors():
            return super().make_context(*given, **more)

    def invoke(self, context: click.Context) -> Any:
        with readable_errors():
            try:
                return super().invoke(context)
            except Exception as error:
                from mkdocs_dossier.run.workers import WorkersError

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
    tune_gc()
    clean_up_on_termination()
    context.obj = project.resolve()


for command in (check, build, import_, init, new, rename, schema, suggest, why):
    main.add_command(command)
