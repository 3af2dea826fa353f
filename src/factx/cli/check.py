"""``check``: what cannot all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from factx.cli import inputs, options
from factx.cli.output import coloured, opened, terminal_width
from factx.cli.progress import reporting
from factx.errors import FAILED, FINDINGS, OK, UsageError

if TYPE_CHECKING:
    from factx.checks import Result
    from factx.model import Document

SEVERITIES = ("info", "warning", "error")
NEVER = "never"


def _complete_severity(incomplete: str) -> list[str]:
    return options.last_word((*SEVERITIES, NEVER), incomplete)


def check(  # noqa: PLR0917 - typer passes them by name
    context: typer.Context,
    paths: options.Paths = None,
    format: Annotated[  # noqa: A002 - the option's name
        str,
        options.format_of(
            "factx.export.findings", "text for people; json; jsonl, a finding a line."
        ),
    ] = "text",
    output: options.Output = "-",
    select: Annotated[
        str,
        options.rules_of("Only these rules: codes or their beginnings, such as PCT,RAT01."),
    ] = "",
    ignore: Annotated[str, options.rules_of("Not these rules.")] = "",
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="The least severity that makes the exit code 1: error, warning, info; never.",
            autocompletion=_complete_severity,
        ),
    ] = "warning",
    cross_document: Annotated[
        bool, typer.Option("--cross-document/--no-cross-document", help="Compare articles too.")
    ] = True,
    show_consistent: Annotated[
        bool, typer.Option("--show-consistent", help="Show what holds or cannot be tested as well.")
    ] = False,
    date: options.Published = None,
    jobs: options.Jobs = 0,
    quiet: options.Quiet = False,
) -> int:
    """Report figures, dates and names that cannot all be true.

    Takes articles, and the json or jsonl that factx extract wrote. An input that cannot be read is
    reported on standard error; the others are still checked.

    \b
    Examples:
      factx check draft.md
      factx check news/ --select PCT,SUM --fail-on error
      factx extract news/ -f jsonl | factx check -

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 an input or option could not be used.
    """  # noqa: D301 - the mark by which click leaves lines alone
    wanted = inputs.given(paths, context)
    from factx import checks, pipeline
    from factx.export import findings, require

    require(format, findings.FORMATS)
    if fail_on not in (*SEVERITIES, NEVER):
        raise UsageError(
            f"cannot fail on {fail_on!r}; choose from {', '.join((*SEVERITIES, NEVER))}"
        )
    rules = {"select": select.split(","), "ignore": ignore.split(",")}
    checks.selected(**rules)  # a wrong code is said before hours of reading
    drafts = inputs.Drafts(wanted, pipeline.day(date), jobs)
    inputs.refuse_overwriting(drafts.items, output)
    failures: list[str] = []
    bar = inputs.take_long(drafts.items) and not quiet
    with reporting(len(drafts.items), bar=bar) as report:
        documents = list(inputs.documents(drafts.outcomes(), report, failures))
    result = checks.check(documents, **rules, cross_document=cross_document)
    if failures and not documents and format == "text":
        return FAILED  # there is nothing to say "0 hold" about
    with opened(output) as stream:
        _write(result, documents, format, stream, drafts, consistent=show_consistent)
    if failures:
        return FAILED
    return FINDINGS if _fails(result, fail_on) else OK


def _write(
    result: Result,
    documents: list[Document],
    format: str,  # noqa: A002 - as above
    stream: TextIO,
    drafts: inputs.Drafts,
    *,
    consistent: bool,
) -> None:
    from factx.export import findings

    if format == "json":
        findings.write_json(result, documents, stream, consistent=consistent)
    elif format == "jsonl":
        findings.write_jsonl(result, stream, consistent=consistent)
    else:
        from factx.export import report

        report.write(
            result,
            drafts.text,
            stream,
            consistent=consistent,
            colour=coloured(stream),
            width=terminal_width(stream),
            articles=len(documents),
        )


def _fails(result: Result, fail_on: str) -> bool:
    if fail_on == NEVER:
        return False
    enough = SEVERITIES[SEVERITIES.index(fail_on) :]
    return any(finding.severity in enough for finding in result.findings)
