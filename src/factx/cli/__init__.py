"""The command line: parse options, call, hand to export, pick the exit code.

Results go to standard output and everything else to standard error. What costs time to import is
imported inside the commands, so that ``factx --help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from factx.cli import check as _check
from factx.cli.output import ClosedPipe, opened
from factx.cli.progress import Report, reporting
from factx.errors import FAILED, OK, FactxError, ReadError, UsageError

if TYPE_CHECKING:
    from factx.batch import Outcome
    from factx.model import Document

INTERRUPTED, CLOSED_PIPE = 130, 141  # what a shell reports for SIGINT and SIGPIPE

app = typer.Typer(
    name="factx",
    help="Facts and statistics from English news, as grounded, checkable claims.",
    epilog="Exit codes: 0 all well, 1 findings of check, 2 an input or option that could not be used.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main() -> NoReturn:
    """Run the command line and exit."""
    try:
        code = app(prog_name="factx", standalone_mode=False)
    except FactxError as error:
        code = _fail(str(error))
    except _UsageProblem as problem:
        code = _fail(_option_problem(problem))
    except ClosedPipe:
        code = CLOSED_PIPE
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code or OK)


# Typer brings its own click since 0.26 and names only this class of its tree in public.
_UsageProblem: type[Exception] = typer.BadParameter.__bases__[0]


def _option_problem(problem: Exception) -> str:
    message = problem.format_message().rstrip(".")  # type: ignore[attr-defined]
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "factx"
    return f"{message[:1].lower()}{message[1:]}; see {command} --help"


def _fail(message: str) -> int:
    Report().say(printable(message))
    return FAILED


def printable(message: str) -> str:
    """Keep a hostile file name from breaking the line or steering the terminal."""
    return "factx: " + "".join(c if c.isprintable() else "\ufffd" for c in message)


def _version(wanted: bool) -> None:
    if wanted:
        from factx import __version__

        typer.echo(f"factx {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        Report().say(context.get_help())
        raise typer.Exit(FAILED)


def _complete(choices: Iterable[str], typed: str) -> list[str]:
    """Complete the last word of a comma-separated list."""
    done, comma, word = typed.rpartition(",")
    return [done + comma + choice for choice in choices if choice.startswith(word)]


def _complete_format(incomplete: str) -> list[str]:
    from factx.export import FORMATS

    return _complete(FORMATS, incomplete)


def _complete_only(incomplete: str) -> list[str]:
    from factx.export.selection import GROUPS, KINDS

    return _complete((*GROUPS, *KINDS), incomplete)


@app.command()
def extract(  # noqa: PLR0917 - typer passes them by name
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES|DIRS|-",
            help="Articles as plain text or markdown; folders are searched for .txt and .md; "
            "- is standard input, and the default when something is piped in.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table for people; json; jsonl, an article a line; csv, a claim a row.",
            autocompletion=_complete_format,
        ),
    ] = "table",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, which is replaced only when all is written.",
            show_default=False,
        ),
    ] = "-",
    only: Annotated[
        str | None,
        typer.Option(
            metavar="KIND,...",
            help="Keep only these: quantities, dates, officials, claims, or kinds of quantity: count, "
            "percent, percentage_point, money, measure, ratio, number. A claim stays with the "
            "mention it is about, and brings the period and the amounts it refers to; 'claims' "
            "keeps every claim.",
            autocompletion=_complete_only,
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="The day the articles were published, such as 2025-06-30.",
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for one a core."),
    ] = 1,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar; errors are still shown.")
    ] = False,
) -> int:
    """Print the figures, dates, officials and claims of articles.

    An input that cannot be read is reported on standard error; the others are still printed.
    """
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        Report().say(context.get_help())
        return FAILED
    from factx import batch, export, pipeline
    from factx.read import discover

    export.require(format)
    selection = export.select(only) if only is not None else export.EVERYTHING
    day = pipeline.day(date)
    inputs = list(discover(paths or ["-"]))
    _refuse_overwriting(inputs, output)
    outcomes = batch.extract(inputs, day, jobs=min(jobs or batch.cores(), len(inputs)))
    failures: list[str] = []
    with opened(output) as stream, closing(outcomes):
        bar = len(inputs) > 1 and not quiet and not stream.isatty()
        with reporting(len(inputs), bar=bar) as report:
            documents = _documents(outcomes, report, failures)
            export.write(documents, format, stream, selection)
    return FAILED if failures else OK


def _documents(
    outcomes: Iterable[Outcome], report: Report, failures: list[str]
) -> Iterator[Document]:
    """Yield the documents; report what failed as it happens."""
    for outcome in outcomes:
        if outcome.error is not None:
            failures.append(outcome.error)
            report.say(printable(outcome.error))
        yield from outcome.documents
        report.advance()


def _refuse_overwriting(inputs: list[str | ReadError], output: str) -> None:
    from os.path import realpath

    if output != "-" and realpath(output) in {realpath(i) for i in inputs if isinstance(i, str)}:
        raise UsageError(f"{output}: is also an input; choose another file for the output")


@app.command()
def schema() -> None:
    """Print the JSON Schema of the json and jsonl formats."""
    from factx import export

    with opened("-") as stream:
        stream.write(export.schema())


_check.add(app)
