"""Standard error while files are read: what went wrong and, on a terminal, a bar."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factx.text import shown

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Report:
    """Says what went wrong; counts nothing."""

    def advance(self, share: float) -> None:
        """Note that an input is done, or a share of one."""

    def say(self, line: str) -> None:
        """Write a line."""
        if sys.stderr is not None:  # closed by the caller
            sys.stderr.write(line + "\n")

    def problem(self, message: str) -> None:
        """Say what went wrong on one line; a hostile file name neither breaks it nor steers it."""
        self.say(f"factx: {shown(message)}")


class _Bar(Report):
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def advance(self, share: float) -> None:
        self._progress.advance(self._task, share)

    def say(self, line: str) -> None:
        """Write a line above the bar, as it is: neither wrapped nor coloured."""
        self._progress.console.print(
            line, soft_wrap=True, markup=False, highlight=False, emoji=False
        )


@contextmanager
def reporting(total: int, *, bar: bool) -> Iterator[Report]:
    """Report on ``total`` inputs, with a bar on a terminal that vanishes at the end."""
    if not bar or sys.stderr is None or not sys.stderr.isatty():
        yield Report()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TimeRemainingColumn,
    )

    count = MofNCompleteColumn() if total > 1 else TaskProgressColumn()
    columns = BarColumn(), count, TimeRemainingColumn()
    console = Console(stderr=True)
    # Standard output holds results: rich must not send it through the bar's console.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        yield _Bar(progress, progress.add_task("", total=total))
