"""The paths that a script is called with; its docstring is its help."""

from __future__ import annotations

import argparse
from pathlib import Path


def paths(docstring: str | None, *names: str, more: str | None = None) -> list[Path]:
    """Read one path for each of ``names``, and with ``more`` any number of further ones."""
    parser = argparse.ArgumentParser(
        description=docstring, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in names:
        parser.add_argument(name, type=Path)
    if more is not None:
        parser.add_argument(more, type=Path, nargs="*")
    given = vars(parser.parse_args())
    return [*(given[name] for name in names), *(given[more] if more is not None else ())]
