"""What a figure measures: the topic of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import attrs

from .. import registries
from ..clauses import Clause, Place, is_measure
from ..registries import Pattern, Worded
from ..registries.units import units
from ..text import TextView
from ._headings import sums_up
from ._sentences import FAR, PART_END, FigureAt, Sentence, ended_before, words

__all__ = ["Topics"]

#: How many figures back one of the same unit is looked for.
_ROW = 8
#: How far ``lần lượt`` may stand before its first figure.
_LEAD = 60
#: Letters of a currency's code.
_CURRENCY = 3
_MEMBERS = Pattern(", (?:và )?| và ")
#: Two figures in turn.
_PAIR = 2
_MONEY = Worded(r"(?:tổng (?:số )?)?<link_words/money>(?!\w)")
_DIMENSIONS = ("length", "area", "volume", "mass", "energy", "power", "speed", "temperature")
#: A place without a name, between two levels of one measure: 15-18 độ, vùng núi 12-14 độ, có nơi dưới 10 độ.
_ELSEWHERE = Pattern(
    r",? (?:riêng |còn |và )?(?:vùng|khu|núi|miền|ven biển|đồng bằng|trung du|có nơi|nơi|một số nơi)"
    r"(?!\w)[^,;:.0-9]{0,48}"
)
# What is counted after one of these is only part of a phrase: so với 6 đồng tiền, của 5 nước.
_IN_PHRASE = Pattern(r"(?<!\w)(?:với|của|cho|tại|bằng|từ|đến|trong|trên|theo)(?: (?:các|cả|tất cả))? \Z")
# After one of these a count only tells whose or where the measure is: thu từ 3 khu vực (chiếm 53%).
_OWNED = Pattern(r"(?<!\w)(?:của|từ|cho|bằng|theo|ở|tại)(?: (?:các|cả|tất cả))? \Z")
# Counters that do not say what is counted: lượt, lượt người.
_COUNTERS = frozenset(("lượt", "lượt người", "chuyến", "lần", "suất", "con"))
# Counters that the words after them complete: trường hợp mắc sốt xuất huyết. They say nothing without these,
# unless a bracket restates them: 5 ca (tăng 2%).
_BARE = Pattern(r"(?:trường hợp|ca|vụ|người|căn|chiếc)(?!\w)")
# A goal, or a sum that the count itself names: tổng số 33 huy chương.
_NAMES_NONE = Pattern(r"mục tiêu.*|(?:tổng )?số(?: lượng)?|tổng(?: cộng)?")
# What parts a bracket from a count before it: 5 tỉnh đứng đầu là Hòa Bình (87%).
_APART = Pattern(r"[,;:.]|(?<!\w)(?:là|có|gồm)(?!\w)")
#: Verbs whose subject may be goods or who sells them.
_EARNS = ("thu về", "mang về", "đem về")
#: Verbs that lead to a count's share of what was planned.
_OF_PLAN = ("đạt", "bằng", "hoàn thành")
# What a verb of change begins with: parts of the verbs of clause_words/verbs, no words of their own.
_CHANGES = ("tăng", "giảm", "cao hơn", "thấp hơn", "gấp", "nhiều hơn", "ít hơn", "sụt", "cao gấp")


@cache
def _physical() -> frozenset[str]:
    """The symbols of units that measure things, and no money or share."""
    return frozenset(unit.symbol for unit in units().values() if unit.dimension in _DIMENSIONS)


@cache
def _what_it_counts() -> re.Pattern[str]:
    """The words that complete a bare counter, up to those that go on with the clause."""
    return re.compile(rf"(?: (?!(?:{words('count-ends')})(?!\w))[^\W\d_]+){{1,6}}")


@cache
def _no_names() -> re.Pattern[str]:
    """Words that open a clause and no name: verbs of handling money and things, dimensions, plurals."""
    return re.compile(rf"(?:{words('no-names')})(?!\w)")


def _is_money(figure: FigureAt, host: FigureAt) -> bool:
    """Whether both are sums of money, perhaps in two currencies: 5 tỷ đồng (0,2 triệu USD)."""
    units = [at.unit or "" for at in (figure, host)]
    return all(len(unit) == _CURRENCY and unit.isupper() for unit in units)


class _Said(NamedTuple):
    """The last topic of a sentence, its figure's unit, and where the sentence's line begins and it ends.

    Attributes:
        topics: What the sentence's figures have for topics.
    """

    topic: Place
    unit: str | None
    line: int
    end: int
    topics: Sequence[Place | None]

    @property
    def alone(self) -> bool:
        """Whether the sentence has no other topic."""
        return all(topic in (None, self.topic) for topic in self.topics)


@attrs.define
class Topics:
    """The topics of a text's figures, found sentence by sentence.

    Attributes:
        last: The topic that the sentence before ended with.
    """

    view: TextView
    last: _Said | None = None

    def of(
        self,
        sentence: Sentence,
        clauses: Sequence[Clause],
        baselines: Sequence[Place | None],
        named: Sequence[bool],
    ) -> list[Place | None]:
        """The topic of each figure of *sentence*; one that another is compared with takes the other's topic.

        Where the clauses were read for the topics of none, *named* says so: then nothing is asked.

        An age has none, nor has a figure whose unit itself says what is counted.
        """
        figures = sentence.figures
        in_turn = "lần lượt" in sentence.said
        if not (in_turn or sentence.times or any(named)):
            return [None] * len(figures)
        found = self._found(sentence, clauses, baselines, in_turn)
        topics = found.copy()
        last = None
        for index, topic in enumerate(found):
            figure = figures[index]
            if topic is not None:
                last = index
            if figure.counts or figure.is_age:
                topics[index] = None
            elif topic is not None:
                topics[index] = None if self._is_sum_of(topic, figure) else topic
            elif clauses[index].share_of is not None:
                topics[index] = self._share_of(sentence, clauses[index])
        if last is not None and (said := found[last]) is not None:
            self.last = _Said(said, figures[last].unit, sentence.line, sentence.end, found)
        return topics

    def _is_sum_of(self, topic: Place, figure: FigureAt) -> bool:
        """Whether *topic* is a sum of money, which no length or weight measures: kinh phí mở rộng 3 km."""
        return figure.unit in _physical() and _MONEY.match(self.view.lower, *topic) is not None

    def _found(
        self,
        sentence: Sentence,
        clauses: Sequence[Clause],
        baselines: Sequence[Place | None],
        in_turn: bool,
    ) -> list[Place | None]:
        """The topic of each figure, also of those that need none."""
        found: list[Place | None] = []
        for index, place in enumerate(sentence.stand):
            if in_turn and index < len(found):
                continue  # lần lượt has given it a topic
            if index and baselines[index - 1] == place:
                found.append(found[index - 1])
            elif index and baselines[index] is None and self._is_apart(sentence, clauses[index], index):
                found.append(None)
            elif in_turn and (row := self._in_turn(sentence, clauses, found, index)):
                found += row
            else:
                found.append(self._topic(sentence, clauses, found, index))
        return found

    def _is_apart(self, sentence: Sentence, clause: Clause, index: int) -> bool:
        """Whether a comparison closes before a figure: giảm 14 ha so với cùng kỳ và 68 ha cây."""
        if clause.verb or clause.topic is not None:
            return False
        between = self.view.lower[sentence.figures[index - 1].end : sentence.figures[index].start]
        return between.startswith(" so ") and between.endswith(" và ")

    def _topic(
        self, sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Place | None], index: int
    ) -> Place | None:
        figure, clause = sentence.figures[index], clauses[index]
        if figure.unit == "lần" and not self._compares(figure, clause):
            return None
        if clause.topic is not None:
            names = self._names_measure(sentence, clause.topic) and not self._earns(clause)
            return clause.topic if names else None
        if clause.recalls:
            return self._recalled(sentence, found, index)
        if clause.row is not None:
            return self._of_member(sentence, found, clauses, index, clause.row)
        if clause.follows is None:
            return self._same_unit(sentence, found, index) if index else self._summed_up(sentence, clause)
        if clause.bracketed and clause.share_of is not None:
            return self._share_of(sentence, clause)  # 5 dự án, vốn 7 tỷ đồng (chiếm 8% tổng số dự án)
        return self._followed(sentence, clauses, found, index, clause.follows)

    def _earns(self, clause: Clause) -> bool:
        """Whether the topic of *clause* is a name of somebody who earns: Việt Nam | thu về 3 tỷ USD."""
        if clause.topic is None or not clause.verb.startswith(_EARNS):
            return False
        words = self.view.plain[slice(*clause.topic)].split(" ")
        return len(words) > 1 and all(word[:1].isupper() for word in words)

    def _recalled(self, sentence: Sentence, found: Sequence[Place | None], index: int) -> Place | None:
        """The topic that ``con số này`` stands for: that of the figure before, or of the sentence before."""
        if index and found[index - 1] is not None:
            return found[index - 1]
        return self.last.topic if self.last is not None and self.last.line == sentence.line else None

    def _summed_up(self, sentence: Sentence, clause: Clause) -> Place | None:
        """The one topic of the sentence before, where this one only adds a longer time.

        An example is ``Tháng 8, doanh thu đạt 5 tỷ đồng. Lũy kế 8 tháng ước đạt 40 tỷ đồng``.
        """
        said, figure = self.last, sentence.figures[0]
        if said is None or not said.alone or not sentence.times or sentence.start > said.end + 2:
            return None
        time = sentence.times[0]
        between = self.view.lower[time.end : figure.start].strip(" ,")
        adds = between in ("", clause.verb) and sums_up(self.view.lower, time.start)
        return said.topic if adds and said.line == sentence.line else None

    def _share_of(self, sentence: Sentence, clause: Clause) -> Place | None:
        """The whole that a figure is a share of, where nothing names the part: chiếm 26% vốn."""
        whole = clause.share_of
        return whole if whole is not None and self._names_measure(sentence, whole) else None

    def _of_member(
        self,
        sentence: Sentence,
        found: Sequence[Place | None],
        clauses: Sequence[Clause],
        index: int,
        name: Place,
    ) -> Place | None:
        """The measure of the list that *name* is a member of, else the name: cá tra 2 tỷ USD; cá ngừ 1 tỷ."""
        of_list = self._of_list(sentence, found, clauses, sentence.figures[index])
        opens = clauses[index].opens
        if of_list is None:
            after_member = index > 0 and clauses[index - 1].row is not None and found[index - 1] is not None
            is_member = opens >= 0 or after_member
            return self._own_name(name) if is_member else None
        is_of_all = of_list[0] < opens  # not only of a fellow member: giá gạo 5 USD; cà phê 7 USD
        if is_of_all and is_measure(self.view.lower[slice(*of_list)]):
            return of_list
        return self._own_name(name) or of_list

    def _of_list(
        self, sentence: Sentence, found: Sequence[Place | None], clauses: Sequence[Clause], figure: FigureAt
    ) -> Place | None:
        """The measure of a list's member: that of the last figure of the same unit before it."""
        unit = figure.unit
        for index in range(len(found) - 1, -1, -1):
            if sentence.figures[index].unit == unit:
                return found[index] if found[index] != clauses[index].row else None
        if found or self.last is None:
            return None
        return self.last.topic if (self.last.unit, self.last.line) == (unit, sentence.line) else None

    def _own_name(self, name: Place) -> Place | None:
        """The common name of a list's member, where no measure stands before the list: gồm: ngô 12 ha."""
        words = self.view.plain[slice(*name)]
        is_common = words.islower() and not re.search(r"\d", words)
        return name if is_common and not _no_names().match(words) else None

    def _in_turn(
        self, sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Place | None], index: int
    ) -> list[Place | None]:
        """The topics of the figures that ``lần lượt`` introduces, one each; empty where there are none.

        They are the members of the topic before the verb (``X và Y lần lượt tăng 5% và 7%``), else the topics
        of as many figures before (``thu 5 tỷ, chi 4 tỷ, lần lượt tăng 5% và 7%``).
        """
        figure = sentence.figures[index]
        begin = max(sentence.figures[index - 1].end if index else sentence.start, figure.start - _LEAD)
        if "lần lượt" not in self.view.lower[begin : figure.start]:
            return []
        end = index + 1
        while end < len(clauses) and self._only_joined(sentence, end):
            end += 1
        topic = clauses[index].topic
        if end - index < 2 or (topic is not None and not self._names_measure(sentence, topic)):
            return []
        if topic is not None:
            members: list[Place | None] = [*self._members_of(sentence, topic, end - index)]
        else:
            first = index - (end - index)
            members = [self._topic_of(sentence, found, host) for host in range(max(0, first), index)]
        return members if len(members) == end - index else [topic] * (end - index)

    def _members_of(self, sentence: Sentence, topic: Place, count: int) -> list[Place]:
        """The members of *topic*, as many as *count*: ngành điện, gas | ngành in."""
        members = self._members(topic)
        if len(members) > count == _PAIR:
            joint = self.view.lower.rfind(" và ", *topic)
            return [(topic[0], joint), (joint + 4, topic[1])] if joint >= 0 else members
        if len(members) >= count:
            return members
        begin = max(sentence.start, topic[0] - FAR)
        for part in PART_END.finditer(self.view.lower, begin, topic[0]):
            begin = part.end()
        wider = self._members((begin, topic[1]))[-count:]
        first = self.view.lower[slice(*wider[0])].strip()
        heads = {self.view.lower[start:end].strip().partition(" ")[0] for start, end in wider}
        return wider if len(wider) == count and len(heads) == 1 and first else members

    def _members(self, topic: Place) -> list[Place]:
        """The members of *topic*, which commas and ``và`` join."""
        start, members = topic[0], []
        for join in _MEMBERS.finditer(self.view.lower, *topic):
            members.append((start, join.start()))
            start = join.end()
        return [*members, (start, topic[1])]

    def _topic_of(self, sentence: Sentence, found: Sequence[Place | None], index: int) -> Place | None:
        """The topic of an earlier figure; for a count, the things counted."""
        host = sentence.figures[index]
        return self._counted(host) if host.counts else found[index]

    def _followed(
        self,
        sentence: Sentence,
        clauses: Sequence[Clause],
        found: Sequence[Place | None],
        index: int,
        other: int,
    ) -> Place | None:
        """The topic of the figure that this one takes up; the things of a count are a topic themselves."""
        figure, host = sentence.figures[index], sentence.figures[other]
        clause = clauses[index]
        if not host.counts:
            other_unit = host.unit != figure.unit
            bracketed = clause.bracketed and (figure.unit == "%" or _is_money(figure, host))
            bracketed = bracketed or (clause.bracketed and self._is_signed(figure))
            if other_unit and not (clause.verb or bracketed or self._compares(figure, clause)):
                return None  # vốn 5 tỷ đồng, giai đoạn 1 (30 km)
            return found[other]
        if self._only_joined(sentence, index):
            return self._same_unit(sentence, found, index)
        first = clauses[other].topic
        if first is None and clauses[other].follows is not None and clauses[other].verb:
            first = found[other]
            if first is not None and not is_measure(self.view.lower[slice(*first)]):
                first = None  # Số hộ là 500 hộ, tăng 20 hộ (4%); not 500 hộ nghèo, tăng 20 hộ
        return self._of_things(host, clauses[other], first, figure, clause)

    def _of_things(
        self, host: FigureAt, of_host: Clause, first: Place | None, figure: FigureAt, clause: Clause
    ) -> Place | None:
        """The topic of a figure that takes up a count: the things counted, or what their clause names."""
        between = self.view.plain[host.end : figure.start]
        if clause.bracketed and _APART.search(between):
            return None
        joined = "," not in between and not clause.bracketed
        if first is not None and joined and first[0] >= host.end:
            return first  # Có 12 xã doanh thu tăng 5%
        if first is not None and joined and not of_host.verb and first[1] >= host.start - 1:
            return first[0], host.end  # Tổng giá trị khớp lệnh hai sàn
        names_none = first is not None and _NAMES_NONE.fullmatch(self.view.lower, *first) is not None
        if first is not None and not names_none and self._is_common(first):
            leads = is_measure(self.view.lower[slice(*first)]) and not self._is_in_phrase(host)
            if of_host.verb or leads:  # đàn lợn 5 nghìn con, tăng 2%
                return first  # Khách quốc tế đạt 1,5 triệu lượt, tăng 12%
        return self._counted(host, clause.bracketed) if self._are_spoken_of(host, figure, clause) else None

    def _are_spoken_of(self, host: FigureAt, figure: FigureAt, clause: Clause) -> bool:
        """Whether the next clause is about the things that *host* counts and that are no part of a phrase."""
        if clause.bracketed:
            return _OWNED.search(self.view.lower, max(0, host.start - 12), host.start) is None
        if figure.unit == "%" and clause.verb in _OF_PLAN:
            return not self._is_in_phrase(host)  # đón 5 nghìn khách, đạt 90% kế hoạch
        is_named = clause.verb.startswith("chiếm") and " " in (host.unit or "")
        if not is_named and not clause.verb.startswith(_CHANGES):
            return False
        return not self._is_in_phrase(host)

    def _is_in_phrase(self, host: FigureAt) -> bool:
        """Whether what *host* counts is only part of a phrase: so với | 6 đồng tiền."""
        return _IN_PHRASE.search(self.view.lower, max(0, host.start - 12), host.start) is not None

    def _same_unit(self, sentence: Sentence, found: Sequence[Place | None], index: int) -> Place | None:
        """The topic of the last figure of the same unit, where ``và`` or a comma alone joins them."""
        figure = sentence.figures[index]
        if not index or not (self._only_joined(sentence, index) or self._is_elsewhere(sentence, index)):
            return None
        for other in range(index - 1, max(-1, index - _ROW), -1):
            if sentence.figures[other].unit == figure.unit:
                return found[other]
        return None

    def _only_joined(self, sentence: Sentence, index: int) -> bool:
        before, figure = sentence.figures[index - 1], sentence.figures[index]
        return self.view.lower[before.end : figure.start].strip() in ("và", ",", "hoặc")

    def _is_elsewhere(self, sentence: Sentence, index: int) -> bool:
        """Whether the figure gives the level of the one before for another kind of place."""
        before, figure = sentence.figures[index - 1], sentence.figures[index]
        if figure.counts or before.unit != figure.unit:
            return False
        return _ELSEWHERE.fullmatch(self.view.lower, before.end, figure.start) is not None

    def _is_common(self, topic: Place) -> bool:
        """Whether *topic* is no name: a word after its first begins with a small letter."""
        return any(word[:1].islower() for word in self.view.plain[topic[0] : topic[1]].split(" ")[1:])

    def _counted(self, host: FigureAt, alone: bool = False) -> Place | None:
        """The words for what *host* counts; None for a bare counter, unless it may stand *alone*."""
        unit = host.unit or ""
        if unit.lower() in _COUNTERS:
            return None
        start = self.view.plain.rfind(unit, host.start, host.end)
        if start < 0:
            return None
        what = _what_it_counts().match(self.view.lower, host.end) if _BARE.match(unit.lower()) else None
        if what is None and not alone and _BARE.fullmatch(unit.lower()):
            return None
        return start, what.end() if what is not None else start + len(unit)

    def _compares(self, figure: FigureAt, clause: Clause) -> bool:
        return clause.verb.startswith(_CHANGES) or "gấp" in self.view.lower[figure.start : figure.end]

    def _is_signed(self, figure: FigureAt) -> bool:
        """Whether a sign marks a difference: giảm 1,3% (-892 ha)."""
        before = self.view.plain[max(0, figure.start - 1) : figure.start + 1]
        return before.startswith("+") or before in ("(-", "(–")

    def _names_measure(self, sentence: Sentence, topic: Place) -> bool:
        """Whether the words may name what is measured: no lone small word, no body, no part of a body."""
        printed = self.view.plain[topic[0] : topic[1]]
        if " " not in printed and printed.islower() and not is_measure(printed):
            return printed in registries.words("link_words/lone-names")
        bodies = ended_before(sentence.agencies, topic[1] + FAR, 2 * FAR)
        return not any(
            at.start <= topic[0] < at.end and (at.start < topic[0] or topic[1] <= at.end) for at in bodies
        )
