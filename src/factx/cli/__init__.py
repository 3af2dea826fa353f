"""The command line: parse options, call, hand to export, pick the exit code.

Results go to standard output and everything else to standard error. What costs time to import is
imported inside the commands, so that ``factx --help`` answers at once.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated, NoReturn

import typer

from factx.cli import check, extract, rules, schema
from factx.cli.output import ClosedPipe, discard
from factx.cli.progress import Report
from factx.errors import FAILED, OK, FactxError

# What a shell reports for SIGINT, SIGPIPE and SIGTERM.
INTERRUPTED, CLOSED_PIPE, TERMINATED = 130, 141, 143
# Matrices of an article are small: a second thread of the BLAS waits more than it computes, and with
# -j all workers' threads wait for one another. numpy reads these once, when it is imported.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

app = typer.Typer(
    name="factx",
    help="Facts and statistics from English news, as grounded, checkable claims.",
    epilog="Exit codes: 0 all well, 1 findings of check, 2 an input or option that could not be used.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for _command in (extract.extract, check.check, rules.rules, rules.explain, schema.schema):
    app.command()(_command)


def main() -> NoReturn:
    """Run the command line and exit."""
    signal.signal(signal.SIGTERM, _terminated)  # what is half written is cleared away
    for name in THREADS:
        os.environ.setdefault(name, "1")
    try:
        code = app(prog_name="factx", standalone_mode=False)
    except FactxError as error:
        code = _fail(str(error))
    except _UsageProblem as problem:
        code = _fail(_option_problem(problem))
    except (ClosedPipe, BrokenPipeError):
        discard()
        code = CLOSED_PIPE
    except OSError as error:  # what typer itself writes: the help, the version
        discard()
        code = _fail(
            f"standard output: cannot be written: {(error.strerror or str(error)).lower()}"
        )
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code or OK)


def _terminated(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(TERMINATED)


# Typer brings its own click since 0.26 and names only this class of its tree in public.
_UsageProblem: type[Exception] = typer.BadParameter.__bases__[0]


def _option_problem(problem: Exception) -> str:
    message = problem.format_message().rstrip(".")  # type: ignore[attr-defined]
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "factx"
    see = " See" if message.endswith("?") else "; see"
    return f"{message[:1].lower()}{message[1:]}{see} {command} --help"


def _fail(message: str) -> int:
    Report().problem(message)
    return FAILED


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
