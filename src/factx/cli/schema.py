"""``schema``: the shape in which ``extract`` says it."""

from __future__ import annotations

from typing import Annotated

from factx.cli import options
from factx.cli.output import opened

FORMATS = ("json", "csv")


def schema(
    format: Annotated[  # noqa: A002 - the option's name
        str, options.format_of(__name__, "json, which holds for jsonl too; csv.")
    ] = "json",
) -> None:
    """Print the JSON Schema, or what the columns of csv mean."""
    from factx import export

    export.require(format, FORMATS)
    with opened("-") as stream:
        stream.write(export.schema() if format == "json" else export.columns())
