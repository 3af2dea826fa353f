"""Whose office it is: the place or body before a title, or after its "of"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast

from factx.mentions.official.entities import Entities
from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.names import Run
from factx.mentions.official.titles import Title
from factx.mentions.official.words import Words, place_length

Status: TypeAlias = Literal["former", "acting", "elect", "late"]

_LISTED = frozenset({",", "and", "of", "in"})
REACH = 28  # words that an office may stretch over; longer ones are misreadings


@dataclass(frozen=True, slots=True)
class Owner:
    """A body, place, party or person, and the word where reading it stopped."""

    organization: str | None = None
    place: str | None = None
    party: str | None = None
    person: str | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a title: where the title's own words begin, its status and owner."""

    start: int
    status: Status | None
    owner: Owner


class Scene:
    """The words of an article with its titles and capitalised runs, by position."""

    def __init__(
        self,
        words: Words,
        titles: list[Title],
        runs: list[Run],
        entities: Entities,
        lexicon: Lexicon,
    ) -> None:
        self.words = words
        self.entities = entities
        self.lexicon = lexicon
        self.by_start = {title.start: title for title in titles}
        self.by_stop = {title.stop: title for title in titles}
        self.run_at = {i: run for run in runs for i in range(run.start, run.stop)}
        self.things: frozenset[str] = frozenset()  # names that the text says are no person's
        lower = words.lower
        self.abbreviations = {  # "the Institute of Volcanology (Volcs)"
            lower[run.start]
            for run in runs
            if 0 < run.start < run.stop < len(lower)
            and lower[run.start - 1] + lower[run.stop] == "()"
        }

    # --- before a title ----------------------------------------------------------------------------

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
            if (found := lexicon.status.get(word)) is not None:
                status = status if found == "neutral" else cast("Status", found)
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
            elif word in {"'s", "'"}:
                i -= 1
                if i > floor and self.run_at.get(i - 1) is None:
                    break
            elif word in lexicon.before:
                i -= 1
                start = i if bare else start
            elif word == "and" and bare and (other := self.by_stop.get(i - 1)) is not None:
                i = start = other.start
            elif bare and not stated and self._describes(i - 1, floor):
                i = start = i - 1
            else:
                break
        return Before(start, status, owner)

    def _homed(self, owner: Owner, stop: int, floor: int) -> Owner:
        """Take in the town before its state: "Austin, Texas Mayor Ann Day"."""
        words, start = self.words, owner.end
        if owner.place is None or start - 2 < floor or words.lower[start - 1] != ",":
            return owner
        if owner.place != words.phrase(start, stop) or words.opens[start]:
            return owner
        town = self.run_at.get(start - 2)
        if town is None or town.kind == "thing" or town.start < floor:
            return owner
        named = town.kind == "place" or self.entities.label(town.start, town.stop) == "GPE"
        if not named or " ".join(words.lower[town.start : town.stop]) in self.lexicon.groups:
            return owner
        if words.lower[town.start - 1] in _LISTED and not words.opens[town.start]:
            return owner  # a list of places, "the University of California, San Diego"
        return replace(owner, place=words.phrase(town.start, stop), end=town.start)

    def _run_before(self, i: int) -> Run | None:
        """Return the run that ends at ``i``, or what is left of it: "US" of "US District"."""
        run = self.run_at.get(i - 1)
        return run if run is None or run.stop == i else Run(run.start, i, "place")

    def _plain(self, i: int) -> bool:
        """Tell whether the office word that ends at ``i`` only modifies the next: "deputy", "chief"."""
        title = self.by_stop[i]
        return title.stop - title.start == 1 and self.words.lower[i - 1] in self.lexicon.before

    def _modifies(self, run: Run) -> bool:
        """Tell whether a capitalised run is one more word of the title: "Regional", "Economic"."""
        lexicon, lower = self.lexicon, self.words.lower
        if run.kind == "place":
            return False
        length = place_length(self.words, run.start, run.stop, lexicon)
        rest = lower[run.start + length : run.stop]
        if length and rest and all(word in lexicon.levels for word in rest):
            return " ".join(lower[run.start : run.start + length]) in lexicon.countries
        if run.kind == "thing" and run.stop - run.start > 1:
            return False
        return lower[run.stop - 1] in lexicon.before

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
        if word.endswith("ed") and "-" not in word:
            return False
        if self._part(i) not in {"", "ADJ", "NOUN", "PROPN", "X", "NUM"}:
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
        start = self._body_start(run)
        if start == run.start and run.kind == "place":
            name = " ".join(words.lower[start:stop])
            if name in lexicon.groups:
                return Owner(party=words.phrase(start, stop), end=start)
            return Owner(place=lexicon.countries.get(name) or words.phrase(start, stop), end=start)
        label = self.entities.label(start, stop)
        if label == "GPE":
            return Owner(place=words.phrase(start, stop), end=start)
        person = words.lower[start] in lexicon.given or label == "PERSON"
        if start == run.start and run.kind == "name" and person and label != "ORG":
            return Owner(person=words.lower[stop - 1], end=start)
        if (
            words.lower[start] in lexicon.groups
            and words.lower[stop - 1] in lexicon.grammar.chambers
        ):
            start = min(start + 1, stop - 1)  # "Republican Senate leader"
        if not self._known(start, stop):
            return Owner(end=start)
        return Owner(organization=words.phrase(start, stop), end=start)

    def _known(self, start: int, stop: int) -> bool:
        """Tell whether the recognizer, where there is one, sees a name in a sentence's first word."""
        words = self.words
        doc = words.tokens.doc
        if stop - start > 1 or not words.opens[start] or words.text[start].isupper():
            return True
        return not doc.has_annotation("ENT_IOB") or any(
            token.ent_type_ for token in doc[words.first[start] : words.stop[stop - 1]]
        )

    def _body_start(self, run: Run) -> int:
        """Return where a body's name that ends with ``run`` begins: "Institute of Health and Diet"."""
        words = self.words
        start = at = run.start
        while (
            at >= 2
            and run.start - at < REACH
            and words.lower[at - 1] in {"of", "for", "and", "&"}
            and not words.opens[at]
        ):
            left = self.run_at.get(at - 2)
            if left is None or words.opens[at - 1] or left.kind == "place":
                break
            at = left.start
            start = at if left.kind == "thing" else start
        return start

    # --- after a title -----------------------------------------------------------------------------

    def behind(self, i: int, last: int) -> Owner:
        """Read the owner after the preposition at ``i``: a place, or a body with its "of" parts."""
        words, lexicon = self.words, self.lexicon
        begin = i + 1
        whole = last < len(words)  # up to a known end
        last = min(last, len(words), i + REACH)
        if begin < last and words.lower[begin] in {"the", "its", "his", "her", "their", "a", "an"}:
            begin += 1
        if begin < len(words) and words.lower[begin] in lexicon.months:
            return Owner(end=begin)
        person = self._served(begin, last)
        if person is not None:
            return person
        end = i = begin
        while i < last and (i == begin or not words.opens[i]):
            word = words.lower[i]
            if i in self.run_at:
                if end == i > begin and self.is_person(self.run_at[i]):
                    break  # "of New Zealand Ann Day"
                i = end = self.run_at[i].stop
            elif word in {"'s", "'"}:
                i += 1
            elif word in {"of", "for", "and", "&", "the", "in", "on", "at"} and i > begin:
                if words.cap[i] or (word == "in" and not whole):
                    break
                i += 1
                if word in {"and", "&"} and i < last and not self._joins(i):
                    break
            elif word == "," and i + 1 < last and self._goes_on(i, begin):
                i += 1
            elif word in lexicon.stop or word in lexicon.reporting or not word[0].isalpha():
                break
            elif word in lexicon.function and (words.cap[i] or end > begin):
                break  # a weekday or month, "last year"
            elif i in self.by_start and words.cap[i]:
                i = end = self.by_start[i].stop
            elif (noun := self._nominal(i, last)) is not None:
                i += 1
                end = i if noun else end
            else:
                break
        if end <= begin:
            return Owner(end=i)
        length = place_length(words, begin, end, lexicon)
        tail = " ".join(words.lower[begin:end])
        if length == end - begin or (length and words.lower[begin + length] == ","):
            return Owner(place=lexicon.countries.get(tail) or words.phrase(begin, end), end=end)
        if self.entities.label(begin, end) == "GPE":
            return Owner(place=words.phrase(begin, end), end=end)
        return Owner(organization=self._body(begin, end), end=end)

    def _body(self, begin: int, end: int) -> str | None:
        """Return a body's name; common words are one only if they say so: "the fire service"."""
        words, lexicon = self.words, self.lexicon
        bodily = lexicon.public | lexicon.private | lexicon.kinds
        if any(
            words.cap[i] or words.lower[i] in bodily or i in self.by_start
            for i in range(begin, end)
        ):
            return words.phrase(begin, end)
        return None

    def _served(self, begin: int, last: int) -> Owner | None:
        """Read the person whom somebody serves: "spokesman for President Doe", "for Doe"."""
        i = begin
        while i < last and self.words.lower[i] in self.lexicon.status:
            i += 1
        title = self.by_start.get(i)
        if title is not None and title.head.plural:
            return None
        if title is not None:
            i = title.stop
        elif self.words.lower[begin - 1] not in {"for", "to"}:
            return None
        run = self.run_at.get(i)
        if run is None or run.start != i or i >= last or not self.is_person(run):
            return None
        if title is None and run.stop - run.start == 1:
            return None
        return Owner(person=self.words.lower[run.stop - 1], end=run.stop)

    def is_person(self, run: Run) -> bool:
        """Tell whether a run is a person's name by its shape or by the recognizer."""
        if run.kind != "name":
            return False
        lower, lexicon = self.words.lower, self.lexicon
        label = self.entities.label(run.start, run.stop)
        given = lower[run.start] in lexicon.given and run.stop - run.start > 1
        return label == "PERSON" or (given and label is None) or run.start in self.by_stop

    def _nominal(self, i: int, last: int) -> bool | None:
        """Tell whether a small word may end a noun phrase; None if it cannot be in one."""
        tag = self._part(i)
        if tag in {"", "NOUN", "PROPN", "NUM", "X", "SYM"}:
            return True
        if tag in {"ADJ", "DET"}:
            return False
        verbal = tag == "VERB" and self.words.lower[i].endswith(("ed", "ing"))
        follows = i + 1 < last and self._part(i + 1) in {"NOUN", "PROPN"}
        return False if verbal and follows and not self.words.opens[i + 1] else None

    def _part(self, i: int) -> str:
        """Return a word's part of speech; empty where nothing was tagged."""
        return self.words.tokens.doc[self.words.stop[i] - 1].pos_

    def _joins(self, i: int) -> bool:
        """Tell whether what follows "and" is more of the body's name, not a further person."""
        run = self.run_at.get(i)
        if run is None or run.kind != "name" or run.stop - run.start == 1:
            return run is not None
        if self.entities.label(run.start, run.stop) == "PERSON":
            return False
        text = self.words.text[run.stop - 1]
        return self.words.lower[run.start] not in self.lexicon.given and not (
            "-" in text and not text.istitle()
        )

    def _goes_on(self, i: int, begin: int) -> bool:
        """Tell whether the comma at ``i`` stands inside a name: "Culture, Information, and Sport"."""
        words, lexicon = self.words, self.lexicon
        k = i + 1
        field = words.lower[i - 1] in lexicon.fields
        if words.lower[k] == "and":
            return k + 1 < len(words) and words.cap[k + 1] and words.lower[k + 1] in lexicon.fields
        if field:
            return words.lower[k] in lexicon.fields and words.cap[k]
        first = self.run_at.get(i - 1)
        if first is None or first.start != begin:
            return False  # a town before its state or country: "mayor of Austin, Texas"
        return place_length(words, k, min(k + 3, len(words)), lexicon) > 0
