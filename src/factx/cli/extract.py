"""``extract``: what articles assert."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from factx.cli import inputs, options
from factx.cli.output import opened
from factx.cli.progress import reporting
from factx.errors import FAILED, OK


def _complete_only(incomplete: str) -> list[str]:
    from factx.export.selection import GROUPS, KINDS

    return options.last_word((*GROUPS, *KINDS), incomplete)


def extract(  # noqa: PLR0917 - typer passes them by name
    context: typer.Context,
    paths: options.Paths = None,
    format: Annotated[  # noqa: A002 - the option's name
        str,
        options.format_of(
            "factx.export",
            "table for people; json; jsonl, an article a line; csv, a claim a row, with the columns "
            "that factx schema -f csv explains.",
        ),
    ] = "table",
    output: options.Output = "-",
    only: Annotated[
        str | None,
        typer.Option(
            metavar="KIND,...",
            help="Keep only these: quantities, dates, officials (or people), claims, or kinds of "
            "quantity: count, percent, percentage_point, money, measure, ratio, number. A claim "
            "stays with the mention it is about, and brings the period and the amounts it refers "
            "to; 'claims' keeps every claim. In csv, officials alone or dates alone are a row each.",
            autocompletion=_complete_only,
        ),
    ] = None,
    date: options.Published = None,
    jobs: options.Jobs = 0,
    quiet: options.Quiet = False,
) -> int:
    """Print the figures, dates, officials and claims of articles.

    An input that cannot be read is reported on standard error; the others are still printed.

    \b
    Examples:
      factx extract draft.md
      factx extract news/ -f jsonl -j 2 > facts.jsonl
      pbpaste | factx extract - --date 2025-06-30 --only money,dates

    Exit codes: 0 all was read, 2 an input or option could not be used.
    """  # noqa: D301 - the mark by which click leaves lines alone
    wanted = inputs.given(paths, context)
    from factx import batch, export, pipeline
    from factx.read import discover

    export.require(format, export.FORMATS)
    selection = export.select(only) if only is not None else export.EVERYTHING
    day = pipeline.day(date)
    files = list(discover(wanted))
    inputs.refuse_overwriting(files, output)
    outcomes = batch.extract(files, day, jobs)
    failures: list[str] = []
    with opened(output) as stream, closing(outcomes):
        bar = inputs.take_long(files) and not quiet and not stream.isatty()
        with reporting(len(files), bar=bar) as report:
            documents = inputs.documents(outcomes, report, failures)
            export.write(documents, format, stream, selection)
    return FAILED if failures else OK
