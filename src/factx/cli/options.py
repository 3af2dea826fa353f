"""The options that several commands share, declared once: how they are spelt, shown and completed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Any, TypeAlias

import typer


def last_word(choices: Iterable[str], typed: str) -> list[str]:
    """Complete the last word of a comma-separated list."""
    done, comma, word = typed.rpartition(",")
    return [done + comma + choice for choice in choices if choice.startswith(word)]


def codes(typed: str) -> list[str]:
    """Complete the last code of a comma-separated list of rules, in either case."""
    from factx.checks import checks

    done, comma, word = typed.rpartition(",")
    return last_word([check.code for check in checks()], done + comma + word.upper())


def format_of(module: str, described: str) -> Any:
    """Declare ``--format``; what completes it are the ``FORMATS`` of a module, imported then."""
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=described,
        autocompletion=lambda incomplete: last_word(import_module(module).FORMATS, incomplete),
    )


def rules_of(described: str) -> Any:
    """Declare an option that names rules by their codes or the beginnings of these."""
    return typer.Option(metavar="CODES", help=described, show_default=False, autocompletion=codes)


def _processes(number: int) -> int:
    if number < 0:
        raise typer.BadParameter("no fewer than 0")
    return number


Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILES|DIRS|-",
        help="Plain text or markdown; folders are searched for .txt and .md; - is standard input, "
        "and the default when something is piped in.",
        show_default=False,
    ),
]
Output: TypeAlias = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, which is replaced only when all is written.",
        show_default=False,
    ),
]
Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DAY", help="The day the articles were published, such as 2025-06-30."
    ),
]
Jobs: TypeAlias = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        callback=_processes,
        show_default=False,
        help="Processes; by default, or with 0, one a core where there is text enough for them.",
    ),
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bar; errors are still shown.")
]
