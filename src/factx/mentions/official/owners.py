"""Whose office it is: the place or body before a title, or after its "of"."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.official.beside import Beside
from factx.mentions.official.ground import Before, Owner
from factx.mentions.official.lexicon import Status
from factx.mentions.official.names import Run, acronym
from factx.mentions.official.titles import Title

_LISTED = frozenset({",", "and", "of", "in"})


class Scene(Beside):
    """Reads what stands before a title as well: its status, its modifiers and its owner."""

    def left(self, title: Title, floor: int) -> Before:
        """Walk left from a title over its modifiers and status to its owner."""
        words, lexicon = self.words, self.lexicon
        start = i = title.start
        status: Status | None = None
        stated = False
        owner = Owner()
        while i > floor and not words.opens[i]:
            word = words.lower[i - 1]
            bare = owner.organization is None and owner.place is None
            if word in lexicon.status:
                status = lexicon.status[word] or status
                i, stated = i - 1, True
            elif (run := self._run_before(i)) is not None and not self._modifies(run):
                if run.start < floor:
                    break
                where = self._homed(self._run(run, i), i, floor)
                owner = Owner(
                    owner.organization or where.organization,
                    owner.place or where.place,
                    owner.party or where.party,
                    owner.person or where.person,
                )
                i = where.end
            elif i < title.start and i in self.by_stop and not self._plain(i):
                break
            elif word == ")" and i - 2 > floor and self.short(i):
                owner = self.spelled_out(i)
                i = owner.end
            elif word in {"'s", "'"}:
                i -= 1
                if i > floor and self.run_at.get(i - 1) is None:
                    if bare and (body := self.plain_body(i, floor)) is not None:
                        owner, i = body, body.end
                    break
            elif word in lexicon.before:
                i -= 1
                start = i if bare else start
            elif word == "and" and bare and not stated and i - 1 in self.by_stop:
                i = start = self.by_stop[i - 1].start
            elif bare and i == title.start and (body := self.desk(title, floor)) is not None:
                owner, i = body, body.end
            elif bare and not stated and self._describes(i - 1, floor):
                i = start = i - 1
            elif bare and self.part(i - 1) == "ADJ" and self._owned(i - 1):
                i -= 1  # "France's youngest president"
            else:
                break
        return Before(start, status, owner, i)

    def _homed(self, owner: Owner, stop: int, floor: int) -> Owner:
        """Take in the town before its state: "Austin, Texas Mayor Ann Day"."""
        words, start = self.words, owner.end
        if start - 2 < floor or words.before(start) != ",":
            return owner
        town = self.run_at.get(start - 2)
        if town is None or owner.place != words.phrase(start, stop):
            return owner
        if town.kind != "place" and self.entities.label(town.start, town.stop) != "GPE":
            return owner
        if words.before(town.start) in _LISTED:
            return owner  # a list of places, "the University of California, San Diego"
        return replace(owner, place=words.phrase(town.start, stop), end=town.start)

    def _run_before(self, i: int) -> Run | None:
        """Return the run that ends at ``i``, or what is left of it: "US" of "US District"."""
        run = self.run_at.get(i - 1)
        if run is None or run.stop == i:
            return run
        acting = self.words.lower[i] in self.lexicon.status
        return Run(run.start, i, run.kind if acting else "place")

    def _plain(self, i: int) -> bool:
        """Tell whether the office word that ends at ``i`` only modifies the next: "deputy", "chief"."""
        title = self.by_stop[i]
        return title.stop - title.start == 1 and self.words.lower[i - 1] in self.lexicon.before

    def _modifies(self, run: Run) -> bool:
        """Tell whether a capitalised run is one more word of the title: "Regional", "Economic"."""
        lexicon, lower = self.lexicon, self.words.lower
        if run.kind == "place":
            return False
        length = self.words.place_length(run.start, run.stop)
        rest = lower[run.start + length : run.stop]
        if length and rest and all(word in lexicon.levels for word in rest):
            return " ".join(lower[run.start : run.start + length]) in lexicon.countries
        if run.kind == "thing" and run.stop - run.start > 1:
            return False
        return lower[run.stop - 1] in lexicon.before

    def _owned(self, i: int) -> bool:
        """Tell whether a name or "'s" stands right before an adjective of an office."""
        words = self.words
        run = self.run_at.get(i - 1)
        placed = run is not None and run.kind != "name"
        return placed or words.lower[i - 1] in {"'s", "'"}

    def _describes(self, i: int, floor: int) -> bool:
        """Tell whether a lower-case word belongs to the title after it: a determiner comes soon before."""
        words, lexicon = self.words, self.lexicon
        word = words.lower[i]
        if (
            words.cap[i]
            or not word[0].isalpha()
            or word in lexicon.stop
            or word in lexicon.reporting
        ):
            return False
        if words.cap[i + 1] or (word.endswith("ed") and "-" not in word):
            return False
        if self.part(i) not in {"", "NOUN", "PROPN", "X"}:
            return False
        for k in range(i, max(floor, i - 4) - 1, -1):
            word = words.lower[k]
            if word in {"the", "a", "an", "'s", "'", "one"} or k == floor or k in self.run_at:
                return True
            if word in lexicon.stop or words.opens[k] or not word[0].isalpha():
                return False
        return False

    def _run(self, run: Run, stop: int) -> Owner:
        """Read the capitalised run before a title as a place or a body."""
        words, lexicon = self.words, self.lexicon
        start = self.body_start(run)
        if start == run.start and run.kind == "place":
            if " ".join(words.lower[start:stop]) in lexicon.groups:
                return Owner(party=words.phrase(start, stop), end=start)
            return Owner(place=words.place(start, stop), end=start)
        label = self.entities.label(start, stop)
        if (land := self._land(start)) is not None:
            whole = words.phrase(land.start, stop)  # "Houston Rockets"
            return Owner(whole, words.place(land.start, land.stop), end=land.start)
        if label == "GPE" and not acronym(words.text[start]):
            return Owner(place=words.phrase(start, stop), end=start)
        person = words.lower[start] in lexicon.given or label == "PERSON"
        if start == run.start and run.kind == "name" and person:
            return Owner(person=words.lower[stop - 1], end=start)
        if (
            words.lower[start] in lexicon.groups
            and words.lower[stop - 1] in lexicon.grammar.chambers
        ):
            start = min(start + 1, stop - 1)  # "Republican Senate leader"
        if not self._known(start, stop):
            return Owner(end=start)
        return Owner(organization=words.phrase(start, stop), end=start)

    def _land(self, start: int) -> Run | None:
        """Return the land or town right before a body's name; "Greek" is neither."""
        run = None if self.words.opens[start] else self.run_at.get(start - 1)
        if run is None or run.kind != "place":
            return None
        name = " ".join(self.words.lower[run.start : run.stop])
        lexicon = self.lexicon
        sure = name in lexicon.places or lexicon.countries.get(name, "").lower() == name
        return run if sure else None

    def _known(self, start: int, stop: int) -> bool:
        """Tell whether the recognizer, where there is one, sees a name in a sentence's first word."""
        words = self.words
        doc = words.tokens.doc
        if stop - start > 1 or not words.opens[start] or words.text[start].isupper():
            return True
        if stop < len(words) and words.lower[stop] == "'s":
            return True
        return not doc.has_annotation("ENT_IOB") or any(
            token.ent_type_ for token in doc[words.first[start] : words.stop[stop - 1]]
        )
