"""Bodies that end where a title or a possessive begins: "the fire department spokesman"."""

from __future__ import annotations

from factx.mentions.official.ground import REACH, Owner
from factx.mentions.official.names import Run
from factx.mentions.official.titles import Title
from factx.mentions.official.trailing import Trailing


class Fronts(Trailing):
    """Reads the names of bodies backwards from their last word."""

    def short(self, stop: int) -> bool:
        """Tell whether a body's short form ends before a title: "the Marlow Health Agency (MHA) head"."""
        words = self.words
        return words.lower[stop - 3] == "(" and words.text[stop - 2].replace("-", "").isupper()

    def spelled_out(self, stop: int) -> Owner:
        """Read the body before its short form, or that where no name stands before it."""
        words, run = self.words, self.run_at.get(stop - 4)
        if run is None or run.kind != "thing":
            return Owner(organization=words.phrase(stop - 2, stop - 1), end=stop - 3)
        start = self.body_start(run)
        return Owner(organization=words.phrase(start, run.stop), end=start)

    def plain_body(self, stop: int, floor: int) -> Owner | None:
        """Read a public body in small letters: "the electoral commission's", not "the house's"."""
        words, start = self.words, stop - 1
        if words.cap[start] or words.lower[start] not in self.lexicon.grammar.certain:
            return None
        while start > floor and not words.opens[start]:
            if words.lower[start - 1] in self.lexicon.stop:
                break
            if self.part(start - 1) not in {"", "NOUN", "ADJ", "PROPN"}:
                break
            start -= 1
        return Owner(organization=words.phrase(start, stop), end=start)

    def desk(self, title: Title, floor: int) -> Owner | None:
        """Read the body in "the emergency ministry spokesman"; "police spokesman" is one title."""
        body = self.plain_body(title.start, floor) if title.head.family == "open" else None
        return None if body is None or title.start - body.end < 2 else body

    def body_start(self, run: Run) -> int:
        """Return where a body's name that ends with ``run`` begins: "Institute of Health and Diet"."""
        words = self.words
        start = at = run.start
        while run.start - at < REACH and words.before(at) in {"of", "for", "and", "&"}:
            left = self.run_at.get(at - 2)
            if left is None or left.kind == "place":
                break
            at = left.start
            joined = words.lower[left.stop] in {"and", "&"} and not self.is_person(left)
            start = at if left.kind == "thing" or joined else start
        return start
