"""The role of a figure: a level, a difference, a ratio, a share or a target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .. import registries
from ..clauses import Clause, Place
from ..grammar import any_word
from ..model.statistic import Role
from ..registries import Pattern, Worded
from ._baseline import Change
from ._cues import OF_BODY
from ._sentences import FigureAt, Sentence, ended_before

__all__ = ["roles"]

# Not a list: what these two of clause_words/verbs mean, and no word that others could share.
_SHARE = Pattern(r"(?:chiếm|đóng góp)(?!\w)")
_OF_ALL = Pattern(r" (?:số|tổng|các|dân số|diện tích|trong số|trong tổng)(?!\w)")
#: A measure that is a share itself.
_PORTION = ("tỷ trọng", "tỉ trọng")
_REACHED = Pattern(r"(?<!\w)(?:lên|xuống|còn|đạt|mức|dao động)(?!\w)")
_RATIO = Pattern(r"(?:bằng|tương đương|đạt|hoàn thành|ước đạt|mới đạt)(?!\w)")


# Words between a goal and a figure that was reached: theo kế hoạch, đến nay đã đạt 5%.
_REAL = Worded(r"(?<!\w)<link_words/real>(?!\w)")
# No goal: a plan that is only measured against (đạt 85% kế hoạch, 85% chỉ tiêu phấn đấu), or a document's
# name (Kế hoạch số 5).
_NO_GOAL = ("% ", "vượt ", "so ", "so với ", "lần ", "bằng ", "chỉ tiêu ")
#: Before the name of a body: Bộ Kế hoạch Đầu tư.
_BODIES = ("bộ ", "sở ")
_NAMED = rf"(?! (?:số |quốc gia|[0-9])){OF_BODY}"


#: Between a count and a plan that tells which things it counts.
_BY = " theo "
#: Units that say nothing without what they are a part or a multiple of.
_RELATIVE = ("%", "lần")


@cache
def _target_words() -> tuple[str, ...]:
    return registries.words("link_words/targets")


def _names_target(words: str) -> bool:
    """Whether *words* hold one of a goal; without one ``_targets`` need not be searched for."""
    for target in _target_words():  # noqa: SIM110 (takes half as long as any())
        if target in words:
            return True
    return False


@cache
def _targets() -> re.Pattern[str]:
    targets = any_word(registries.words("link_words/targets"), not_after=(*_NO_GOAL, *_BODIES))
    return re.compile(rf"(?:{targets})(?!\w){_NAMED}")


def roles(
    lower: str,
    sentence: Sentence,
    clauses: Sequence[Clause],
    ways: Sequence[Change | None],
    baselines: Sequence[Place | None],
    subjects: Sequence[Place | None],
    planned: bool = False,
) -> list[Role | None]:
    """The role of each figure of *sentence*; None where the words do not show it.

    Where a heading says that goals follow, *planned* does: each figure that nothing shows as real is one.
    """
    figures = sentence.figures
    goals = _names_target(sentence.said)
    found: list[Role | None] = []
    for figure, clause, change, baseline, subject in zip(
        figures, clauses, ways, baselines, subjects, strict=True
    ):
        if (planned and not figure.is_age and not _REAL.search(lower, sentence.start, figure.start)) or (
            goals and _is_goal(lower, sentence, figure, change)
        ):
            found.append("target")
        elif clause.verb or change or subject or not figure.counts or figure.unit in _RELATIVE:
            host = None if clause.follows is None else figures[clause.follows]
            found.append(_role(lower, figure, clause.verb, change, baseline, subject, host))
        else:
            found.append("share" if figure.value.of is not None else None)
    return found


def _role(
    lower: str,
    figure: FigureAt,
    verb: str,
    change: Change | None,
    baseline: Place | None,
    subject: Place | None,
    host: FigureAt | None,
) -> Role | None:
    """The role of a *figure* that is no goal; its *host* is the figure whose topic it takes up."""
    if figure.unit == "lần":
        compared = baseline is not None or change is not None
        return "ratio" if compared or "gấp" in lower[max(0, figure.start - 8) : figure.end] else None
    if figure.value.of is not None or (verb and _SHARE.match(verb)):
        return "share"
    if change is not None:
        led_to = (
            _REACHED.search(verb)
            or verb.startswith("về ")
            or lower.endswith(", về ", 0, figure.start)
            or _surpasses(lower, figure)
        )
        return "level" if led_to else "difference"
    part = _of_whole(lower, figure, verb, baseline, subject, host) if figure.unit == "%" else None
    return part or ("level" if verb or subject is not None else None)


def _surpasses(lower: str, figure: FigureAt) -> bool:
    """Whether the figure is a level that was surpassed: tăng 25 điểm, vượt 1.900 điểm; not vượt 5%."""
    return figure.unit not in _RELATIVE and lower.startswith("vượt", figure.start)


def _is_goal(lower: str, sentence: Sentence, figure: FigureAt, change: Change | None) -> bool:
    """Whether words of a goal lead to the figure, and none after them says that it is reached.

    The rise that another figure of the goal is, is none: ``chỉ tiêu là 500 em, | tăng 20 em``.
    """
    if figure.is_age:
        return False
    start = max(sentence.start, figure.start - 120)
    goals = [
        goal.end()
        for goal in _targets().finditer(lower, start, figure.start)
        if not lower[max(0, goal.start() - 2)].isdigit()  # 30 chỉ tiêu are counted
        and not _tells_which(lower, sentence, goal.start())
    ]
    if not goals or _REAL.search(lower, goals[-1], figure.start) is not None:
        return False
    return change is None or not ended_before(sentence.figures, figure.start, figure.start - goals[-1])


def _tells_which(lower: str, sentence: Sentence, goal: int) -> bool:
    """Whether a plan only tells which things the figure before it counts: 121 cuộc theo | kế hoạch."""
    if not lower.endswith(_BY, 0, goal):
        return False
    before = ended_before(sentence.figures, goal)
    return bool(before) and before[-1].end == goal - len(_BY)


def _of_whole(
    lower: str,
    figure: FigureAt,
    verb: str,
    baseline: Place | None,
    subject: Place | None,
    host: FigureAt | None,
) -> Role | None:
    """The role of a percentage that is no change: a ratio to the level after it, or a share of a whole.

    A level without its own words is a ratio to what was planned: ``thu 5 tỷ đồng, đạt 80%``.
    """
    of_sum = host is not None and host.unit != "%" and not host.counts
    if verb.startswith("bằng") or (of_sum and _RATIO.match(verb)):
        return "ratio"
    if baseline is not None and baseline[0] >= figure.end:
        joined = not verb and baseline[0] == figure.end + 1  # bằng 109% dự toán Bộ giao, 101% dự toán tỉnh
        if joined or _RATIO.match(verb):
            return "ratio"
    parted = subject is not None and lower.startswith(_PORTION, subject[0])  # tỷ trọng dịch vụ đạt 40%
    return "share" if parted or _OF_ALL.match(lower, figure.end) else None
