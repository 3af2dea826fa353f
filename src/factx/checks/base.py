"""What a check is: a code, a name, a severity, a manual page, and a question to a document."""

from __future__ import annotations

import inspect
import re
from abc import ABC
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from factx.checks.pairs import Corpus
from factx.checks.view import View
from factx.model import Finding, Severity

SECTIONS = ("What it does", "Why it matters", "Example", "Fine")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Checked:
    """One relation that was looked at: what it compared, and whether it holds.

    None says that it cannot be tested: the text does not give a figure that it takes, or gives two
    for one place in it.
    """

    finding: Finding
    holds: bool | None


class Check(ABC):
    """A rule. Its docstring is its manual page: a summary line, then the four ``SECTIONS``.

    Override ``run`` for a rule on one document, ``across`` for one on several. Yield a ``Checked``
    for every relation that could be tested, whether it holds or not; be silent when unsure.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    # What almost never fails, such as a day that exists: counted apart, it would drown the sums.
    evident: ClassVar[bool] = False

    def run(self, view: View) -> Iterator[Checked]:  # noqa: ARG002 - for rules to override
        """Test the relations of one document."""
        return iter(())

    def across(self, corpus: Corpus) -> Iterator[Checked]:  # noqa: ARG002 - as above
        """Test the relations between documents."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Manual:
    """The manual page of a rule, read from its docstring."""

    code: str
    name: str
    severity: Severity
    summary: str
    sections: tuple[tuple[str, str], ...]

    def section(self, heading: str) -> str:
        """Return the text of a section."""
        return dict(self.sections)[heading]


def manual(check: type[Check]) -> Manual:
    """Read the docstring of a check."""
    text = inspect.cleandoc(check.__doc__ or "")
    parts = _HEADING.split(text)
    sections = tuple((parts[i], parts[i + 1].strip()) for i in range(1, len(parts), 2))
    return Manual(check.code, check.name, check.severity, parts[0].strip(), sections)


def examples(text: str) -> list[str]:
    """Return the texts of an ``Example`` or ``Fine`` section, one for each list item."""
    items = re.split(r"^- ", text, flags=re.MULTILINE)[1:]
    return [
        "\n\n".join(" ".join(part.split()) for part in item.strip().split("\n\n")) for item in items
    ]
