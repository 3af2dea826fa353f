"""``rules`` and ``explain``: what ``check`` looks for."""

from __future__ import annotations

from typing import Annotated

import typer

from factx.cli import options
from factx.cli.output import opened


def rules(
    format: Annotated[str, options.format_of("factx.export.manuals", "text or json.")] = "text",  # noqa: A002 - the option's name
) -> None:
    """List the rules of check."""
    from factx.checks import checks
    from factx.checks.base import manual
    from factx.export import manuals, require

    require(format, manuals.FORMATS)
    with opened("-") as stream:
        stream.write(manuals.listing([manual(type(rule)) for rule in checks()], format))


def explain(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="A rule, such as PCT01.", autocompletion=options.codes),
    ],
    format: Annotated[str, options.format_of("factx.export.manuals", "text or json.")] = "text",  # noqa: A002 - the option's name
) -> None:
    """Explain a rule: what it does and why, with examples."""
    from factx.checks import find
    from factx.checks.base import manual
    from factx.export import manuals, require

    require(format, manuals.FORMATS)
    with opened("-") as stream:
        stream.write(manuals.page(manual(type(find(code))), format))
