"""The bodies and places behind a title, and those that end where it begins.

"Mayor of Marlow", "head of the Institute for X"; "the fire department spokesman".
"""

from __future__ import annotations

from factx.mentions.official.ground import REACH, Ground, Owner
from factx.mentions.official.names import Run
from factx.mentions.official.titles import Title


class Beside(Ground):
    """Reads the place or body behind a title, and the names of bodies back from their last word."""

    def behind(self, i: int, last: int) -> Owner:
        """Read the owner after the preposition at ``i``: a place, or a body with its "of" parts."""
        words, lexicon = self.words, self.lexicon
        begin = i + 1
        whole = last < len(words)  # up to a known end
        last = min(last, len(words), i + REACH)
        if begin < last and words.lower[begin] in {"the", "its", "his", "her", "their", "a", "an"}:
            begin += 1
        if begin < len(words) and words.lower[begin] in lexicon.calendar:
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
                if not self._owns(i + 1, last):
                    break
                i += 1
            elif end == i > begin and self._is_place(begin, i) and not self._leads_on(i, last):
                break  # "of Canada at Rideau Hall", "of Wales life"
            elif word in {"of", "for", "and", "&", "the", "in", "on", "at"} and i > begin:
                if words.cap[i] or (word == "in" and not whole):
                    break
                i += 1
                if word in {"and", "&"} and i < last and not self._joins(i):
                    break
            elif word == "," and i + 1 < last and self._goes_on(i, begin):
                i += 1
            elif word in lexicon.stop or word in lexicon.reporting or not word[0].isalnum():
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
        length = words.place_length(begin, end)
        if length == end - begin or (length and words.lower[begin + length] == ","):
            return self._employing(end, last) or Owner(place=words.place(begin, end), end=end)
        if self._is_place(begin + 1, end) and not words.cap[begin]:
            return Owner(place=words.place(begin + 1, end), end=end)  # "of communist Cuba"
        if self.entities.label(begin, end) == "GPE":
            return Owner(place=words.phrase(begin, end), end=end)
        return Owner(organization=self._body(begin, end), end=end)

    def _is_place(self, begin: int, end: int) -> bool:
        size = end - begin
        return size > 0 and self.words.place_length(begin, end) == size

    def _leads_on(self, i: int, last: int) -> bool:
        """Tell whether a body's name may go on behind a place: "of Utah state police"."""
        words, lexicon = self.words, self.lexicon
        word = words.lower[i]
        if words.cap[i] or not word[0].isalpha() or word in {"of", "for", "and", "&"}:
            return True
        if word in lexicon.stop:
            return False
        return any(words.lower[k] in lexicon.bodies for k in range(i, min(i + 3, last, len(words))))

    def _owns(self, i: int, last: int) -> bool:
        """Tell whether a body follows a possessive: "Utah's health agency", not "Wales's life"."""
        words, lexicon = self.words, self.lexicon
        stop = min(i + 5, last, len(words))
        return any(words.cap[k] or words.lower[k] in lexicon.bodies for k in range(i, stop))

    def _body(self, begin: int, end: int) -> str | None:
        """Return a body's name; common words are one only if they say so: "the fire service"."""
        words, lexicon = self.words, self.lexicon
        begin = self._employer(begin, end)
        if end - begin == 1 and words.lower[begin] in lexicon.settlements:
            return None  # "governor of the region"
        if any(
            words.cap[i] or words.lower[i] in lexicon.bodies or i in self.by_start
            for i in range(begin, end)
        ):
            return words.phrase(begin, end)
        return None

    def _employing(self, i: int, last: int) -> Owner | None:
        """Read the body behind a field of work: "director of Africa and Asia at the Ministry of X"."""
        while i + 2 < last and self.words.lower[i] in {",", "and"}:
            run = self.run_at.get(i + 1) or self.run_at.get(i + 2)
            if run is None or run.stop >= last:
                return None
            i = run.stop
        if i >= last or self.words.lower[i] != "at" or self.words.opens[i]:
            return None
        body = self.behind(i, last)
        named = (body.organization or "").lower().split()
        return None if self.lexicon.bodies.isdisjoint(named) else body

    def _employer(self, begin: int, end: int) -> int:
        """Pass a field of work: "for new diseases at the Marlow office", "of law at Yale"."""
        words, lexicon = self.words, self.lexicon
        first = words.lower[begin] if begin < end else ""
        if not first.isalpha() or words.cap[begin] or first in lexicon.bodies:
            return begin
        for k in range(begin + 1, end - 1):
            if words.cap[k] or words.lower[k] in lexicon.bodies:
                break
            if words.lower[k] in {"at", "of", "for"}:
                start = k + 2 if words.lower[k + 1] in lexicon.grammar.definite else k + 1
                if any(words.cap[start:end]):
                    return start
        return begin

    def _served(self, begin: int, last: int) -> Owner | None:
        """Read the person whom somebody serves: "spokesman for President Doe", "for Doe"."""
        i = begin
        while i < last and self.words.lower[i] in self.lexicon.status:
            i += 1
        title = self.by_start.get(i)
        if title is not None:
            i = title.stop
        elif self.words.lower[begin - 1] not in {"for", "to"}:
            return None
        run = self.run_at.get(i)
        if run is None or i >= last or not self.is_person(run):
            return None
        if title is None and run.stop - run.start == 1:
            return None
        return Owner(person=self.words.lower[run.stop - 1], end=run.stop)

    def _nominal(self, i: int, last: int) -> bool | None:
        """Tell whether a small word may end a noun phrase; None if it cannot be in one."""
        tag = self.part(i)
        if tag in {"", "NOUN", "PROPN", "NUM", "X", "SYM"}:
            return True
        if tag in {"ADJ", "DET"}:
            return False
        verbal = tag == "VERB" and self.words.lower[i].endswith(("ed", "ing"))
        follows = i + 1 < last and self.part(i + 1) in {"NOUN", "PROPN"}
        return False if verbal and follows else None

    def _joins(self, i: int) -> bool:
        """Tell whether what follows "and" is more of the body's name, not a further person."""
        run = self.run_at.get(i)
        if run is None:
            plain = self.part(i) == "NOUN" and not self.words.cap[i - 2]
            return plain and i not in self.by_start
        person = run.kind == "name" and self.entities.label(run.start, run.stop) == "PERSON"
        return not person or run.stop - run.start == 1

    def _goes_on(self, i: int, begin: int) -> bool:
        """Tell whether the comma at ``i`` stands inside a name: "Culture, Information, and Sport"."""
        words, lexicon = self.words, self.lexicon
        k = i + 1
        if words.lower[k] == "and":
            return words.capital_at(k + 1) and words.lower[k + 1] in lexicon.fields
        if words.lower[i - 1] in lexicon.fields:
            return words.lower[k] in lexicon.fields
        first = self.run_at.get(i - 1)
        if first is None or first.start != begin:
            return False  # a town before its state or country: "mayor of Austin, Texas"
        return words.place_length(k, min(k + 3, len(words))) > 0

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
