"""What a figure measures: the topic of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from ..clauses import Clause, Place, is_measure
from ..model import Statistic
from ..text import TextView
from ._sentences import FAR, At, Sentence, counts_things, ended_before

__all__ = ["Topics"]

#: How many figures back one of the same unit may stand.
_ROW = 8
# What is counted after one of these is only part of a phrase: so với 6 đồng tiền, của 5 nước.
_IN_PHRASE = re.compile(r"(?<!\w)(?:với|của|cho|tại|bằng|từ|đến|trong|trên|theo)(?: (?:các|cả|tất cả))? \Z")
_CHANGES = ("tăng", "giảm", "cao hơn", "thấp hơn", "gấp", "nhiều hơn", "ít hơn", "sụt", "cao gấp")


@attrs.define
class Topics:
    """The topics of a text's figures, found sentence by sentence.

    Attributes:
        last: The topic that the sentence before ended with, and its line.
    """

    view: TextView
    last: tuple[Place, int] | None = None

    def of(
        self, sentence: Sentence, clauses: Sequence[Clause], baselines: Sequence[Place | None]
    ) -> list[Place | None]:
        """The topic of each figure of *sentence*; one that another is compared with has that one's."""
        found: list[Place | None] = []
        for index, clause in enumerate(clauses):
            figure = sentence.figures[index]
            if index and baselines[index - 1] == (figure.start, figure.end):
                found.append(found[index - 1])
            else:
                found.append(self._topic(sentence, clauses, found, index, clause))
        said = [topic for topic in found if topic is not None]
        if said:
            self.last = (said[-1], sentence.line)
        return [
            None if topic is None or not _needs_topic(at.mention.value) else topic
            for topic, at in zip(found, sentence.figures, strict=True)
        ]

    def _topic(
        self,
        sentence: Sentence,
        clauses: Sequence[Clause],
        found: list[Place | None],
        index: int,
        clause: Clause,
    ) -> Place | None:
        figure = sentence.figures[index]
        if figure.mention.value.unit == "lần" and not self._compares(figure, clause):
            return None
        if clause.topic is not None:
            return clause.topic if self._names_measure(sentence, clause.topic) else None
        if clause.recalls:
            if index and found[index - 1] is not None:
                return found[index - 1]
            return self.last[0] if self.last is not None and self.last[1] == sentence.line else None
        if clause.follows is None:
            return self._same_unit(sentence, found, index)
        return self._followed(sentence, clauses, found, index, clause.follows)

    def _followed(
        self,
        sentence: Sentence,
        clauses: Sequence[Clause],
        found: list[Place | None],
        index: int,
        other: int,
    ) -> Place | None:
        """The topic of the figure that this one goes on with; a number of things is a topic itself."""
        figure, host = sentence.figures[index], sentence.figures[other]
        clause = clauses[index]
        if not counts_things(host.mention.value):
            if (
                not clause.verb
                and not clause.bracketed
                and host.mention.value.unit != figure.mention.value.unit
            ):
                return None
            return found[other]
        if self._only_joined(sentence, index):
            return self._same_unit(sentence, found, index)
        joined = "," not in self.view.plain[host.end : figure.start] and not clause.bracketed
        first = clauses[other].topic
        if joined and first is not None and not clauses[other].verb and first[1] >= host.start - 1:
            return first[0], host.end  # Tổng giá trị khớp lệnh hai sàn
        if clause.bracketed:
            return self._counted(host)
        in_phrase = _IN_PHRASE.search(self.view.lower, max(0, host.start - 12), host.start)
        return self._counted(host) if clause.verb.startswith(_CHANGES) and not in_phrase else None

    def _same_unit(self, sentence: Sentence, found: list[Place | None], index: int) -> Place | None:
        """The topic of the last figure of the same unit, where ``và`` or a comma alone joins them."""
        figure = sentence.figures[index]
        if not index or not self._only_joined(sentence, index):
            return None
        for other in range(index - 1, max(-1, index - _ROW), -1):
            if sentence.figures[other].mention.value.unit == figure.mention.value.unit:
                return found[other]
        return None

    def _only_joined(self, sentence: Sentence, index: int) -> bool:
        before, figure = sentence.figures[index - 1], sentence.figures[index]
        return self.view.lower[before.end : figure.start].strip() in ("và", ",", "hoặc")

    def _counted(self, host: At) -> Place | None:
        """The words for what *host* counts."""
        unit: str = host.mention.value.unit
        start = self.view.plain.rfind(unit, host.start, host.end)
        return (start, start + len(unit)) if start >= 0 else None

    def _compares(self, figure: At, clause: Clause) -> bool:
        return clause.verb.startswith(_CHANGES) or "gấp" in self.view.lower[figure.start : figure.end]

    def _names_measure(self, sentence: Sentence, topic: Place) -> bool:
        """Whether the words may name what is measured: no lone small word, no body, no part of one."""
        printed = self.view.plain[topic[0] : topic[1]]
        if " " not in printed and printed.islower() and not is_measure(printed):
            return False
        bodies = ended_before(sentence.agencies, topic[1] + FAR)
        return not any(
            at.start <= topic[0] < at.end and (at.start < topic[0] or topic[1] <= at.end) for at in bodies
        )


def _needs_topic(figure: Statistic) -> bool:
    """Whether the unit alone does not say what is measured."""
    return not counts_things(figure) and not (figure.unit or "").endswith("tuổi")
