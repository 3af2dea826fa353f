"""NAM03: bodies and their acronyms."""

from __future__ import annotations

from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.judge import verdict
from factx.checks.view import View
from factx.checks.wording import one_name


class OrganisationConflict(Check):
    """The acronym of one body stands in two forms.

    ## What it does
    Compares the uses of an acronym with the one behind the full name whose initials it has, and
    reports a single use in which two letters are swapped, letters in another order than the name
    has them, and a second full name for one acronym. Bodies with full names of their own, and
    acronyms that come from another language, are left alone.

    ## Why it matters
    The swapped letters may be those of another body.

    ## Example
    - The Inland Water Registry (IWR) met on Monday. The IWR has 40 members. No vote was held, the IRW
      said.

    ## Fine
    - The Inland Water Registry (IWR) met on Monday. The IWR has 40 members. No vote was held, the IWR
      said.
    """

    code, name, severity = "NAM03", "organisation-conflict", "info"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each use of an acronym against its definition."""
        for _, use, definition in view.linked("acronym"):
            yield verdict(
                self,
                view,
                holds=_one_body(use.text, definition.text),
                words=one_name(use.text, definition.text, "names of one body"),
                operands=[(use, "use"), (definition, "definition")],
            )


def _one_body(one: str, other: str) -> bool:
    """Tell two forms that may stand for each other: equal, in another order, or one shorter."""
    if " " not in other:
        return one == other
    second = [word for word in other.split() if word[:1].isupper()]
    if " " not in one:
        return one == "".join(word[0] for word in second)
    first = {word.lower() for word in one.split() if word[:1].isupper()}
    rest = {word.lower() for word in second}
    return first <= rest or rest <= first
