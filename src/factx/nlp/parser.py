"""spaCy's dependency parser, its loop over transitions driven from here.

spaCy's own loop lets go of the interpreter's lock and takes it again for every unit of the hidden
layer, which costs more than all its sums. Held throughout, the same calls are three times as fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline.dep_parser import DependencyParser  # type: ignore[import-not-found]
from spacy.tokens import Doc


class Parser(DependencyParser):  # type: ignore[misc]
    """spaCy's dependency parser with a loop of its own."""

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Read Docs, all of a batch at once."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            self.set_annotations(docs, self.predict(docs))
            yield from docs

    def greedy_parse(self, docs: list[Doc], drop: float = 0.0) -> list[Any]:
        """Return the final state of each Doc, all Docs taken forward in step."""
        del drop
        states: list[Any] = self.moves.init_batch(docs)
        step = self.model.predict(docs)
        weights = np.ascontiguousarray(step.vec2scores.get_param("W").T)
        bias = step.vec2scores.get_param("b")
        going = [state for state in states if not state.is_final()]
        while going:
            scores = step.state2vec.predict(step.get_token_ids(going)) @ weights
            scores += bias
            going = self.transition_states(going, scores)
        step.clear_memory()
        return states


@Language.factory(
    "factx_parser", default_config={"moves": None, "scorer": {"@scorers": "spacy.parser_scorer.v1"}}
)
def _parser(  # noqa: PLR0917  the settings of spaCy's factory "parser"
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    learn_tokens: bool,
    min_action_freq: int,
    scorer: Any,
) -> Parser:
    return Parser(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        learn_tokens=learn_tokens,
        min_action_freq=min_action_freq,
        scorer=scorer,
    )
