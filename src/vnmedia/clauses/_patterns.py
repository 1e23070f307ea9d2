"""The patterns that find clauses, built from the words in ``data/clause_words.toml``."""

from __future__ import annotations

import re
from functools import cache

from .. import registries
from ..grammar import any_of, any_word
from ..registries import Pattern
from ..registries.units import count_nouns, first_word

__all__ = [
    "BRACKET",
    "FIGURE",
    "HIDDEN",
    "OWN_LETTERS",
    "TIME",
    "anaphora",
    "before_commas",
    "breaks",
    "compounds",
    "copulas",
    "counted_nouns",
    "ends_in_growth_noun",
    "growth_noun",
    "intent_words",
    "intents",
    "joints",
    "may_end_in_verb",
    "measures",
    "measures_after",
    "measures_inside",
    "mere_sums",
    "no_measures",
    "no_topic",
    "object_verbs",
    "of_an_index",
    "of_plan",
    "one_names",
    "openers",
    "own_verb",
    "participles",
    "places",
    "ranked_measures",
    "rate_nouns",
    "stops_after",
    "tail_ends",
    "tail_words",
    "things_end",
    "topic_end",
    "topic_end_or_compound",
    "verb_before_figure",
    "weak_verbs",
    "whole_economies",
    "whole_words",
]

# Marks that hide times and brackets while words are looked for: no word has them; the length stays.
TIME, BRACKET, FIGURE = "\x01", "\x02", "\x03"
HIDDEN = f"{TIME}{BRACKET}"
_PREPOSITIONS = ("và", "sau", "trong", "vào", "hồi", "của", "tính đến", "đến", "hết", "cả", "riêng", "tại")
# What begins like a verb and is part of the noun before it: vốn | điều chỉnh tăng, nhóm | còn lại giảm.
_NO_VERB = Pattern(r"(?<=vốn )điều chỉnh |còn lại (?:tăng|giảm|đạt|chiếm|là)(?!\w)")
#: How many words before a figure its verb mostly begins.
_VERB_WORDS = 4
# May stand between a verb and a time before its figure.
_TIME_LEADS = ("trong", "vào", "hồi", "năm", "của")
# số is a noun of measure before what is counted, but not in công nghệ số, một số nơi.
_NUMBER_OF = (
    any_word(
        ["số"],
        not_after=("nghệ ", "đổi ", "tế ", "hội ", "một ", "đa ", "thiểu ", "thuật ", "trường "),
    )
    + r"(?= [^\W\d])"
)


def _alternatives(*ids: str) -> str:
    return any_of(word for each in ids for word in registries.words(f"clause_words/{each}"))


def _words(id: str) -> frozenset[str]:
    return frozenset(registries.words(f"clause_words/{id}"))


def _searched(*ids: str) -> str:
    """A pattern for the words of some lists, each from its beginning; fast to search for."""
    return any_word(word for id in ids for word in registries.words(f"clause_words/{id}"))


@cache
def own_verb() -> re.Pattern[str]:
    """The verb that a figure itself begins with: ``ước đạt 87 nghìn tỷ``."""
    return re.compile(r"(?P<verb>ước đạt|ước tính đạt|đạt|ước) ")


#: The first letters of ``own_verb``.
OWN_LETTERS = "ưđ"


@cache
def verbs_before_figure() -> re.Pattern[str]:
    """The first verb with only adverbs, prepositions and times between it and the end."""
    after = _alternatives("after-verbs", "verbs")
    skipped = rf"(?:(?:{'|'.join(_TIME_LEADS)}) )?[{HIDDEN}]++"
    return re.compile(
        rf"(?P<verb>{_searched('verbs')})(?!\w)(?P<rest>(?>,? ?(?:(?:{after})(?!\w)|{skipped}))*+) *+\Z"
    )


@cache
def _verb_words() -> frozenset[str]:
    """The syllables of verbs and of the words between a verb and its figure."""
    words = _words("verbs") | _words("after-verbs") | set(_TIME_LEADS)
    return frozenset(syllable for word in words for syllable in word.split(" "))


def verb_before_figure(words: str, start: int = 0) -> re.Match[str] | None:
    """What ``verbs_before_figure`` finds from *start* on; tried only where one of its words may begin."""
    begin, known = len(words), _verb_words()
    for word in reversed(words.rsplit(" ", _VERB_WORDS)):  # rarely more; what is before them is tried whole
        if word not in known and word.isalpha():
            break
        begin -= len(word) + 1
    found = verbs_before_figure().search(words, max(start, begin))
    while found is not None and _NO_VERB.match(words, found.start()):
        found = verbs_before_figure().search(words, found.start() + 1)
    return found


@cache
def _last_words() -> frozenset[str]:
    """The last syllables of matches of ``verbs_before_figure``."""
    return frozenset(word.rpartition(" ")[2] for word in _words("verbs") | _words("after-verbs"))


def may_end_in_verb(last: str) -> bool:
    """Whether ``verbs_before_figure`` may match words that end with *last*."""
    if last.isalpha():
        return last in _last_words()
    return last[-1:].isalpha() or last.endswith((TIME, BRACKET))


@cache
def breaks() -> re.Pattern[str]:
    """What no noun phrase extends over, and the longer words of ``compounds`` that merely hold one.

    Each stands after a space: the engine finds these much faster than words' edges.
    """
    words = _alternatives("breaks", "compounds")
    return re.compile(rf" (?P<word>(?:{words}|{FIGURE}++)(?!\w))")


@cache
def compounds() -> frozenset[str]:
    """Longer words that hold one of ``breaks`` but do not end a phrase themselves: ``thiết bị``."""
    return _words("compounds")


@cache
def object_verbs() -> frozenset[str]:
    """Verbs whose object is no topic: ``xã đạt chuẩn, tăng 5%``."""
    return _words("object-verbs")


@cache
def of_an_index() -> frozenset[str]:
    """Those of ``anaphora`` for an index, which the same clause may name instead of the one before."""
    return _words("anaphora-of-indices")


@cache
def of_plan() -> re.Pattern[str]:
    """A plan, after a figure that is a share of it."""
    return re.compile(f"(?:{any_of(registries.words('link_words/plan'))})(?!\\w)")


@cache
def copulas() -> frozenset[str]:
    """Words whose complement ends at a comma and is then no topic: ``là thị trường lớn nhất, chiếm 40%``."""
    return _words("copulas")


@cache
def participles() -> frozenset[str]:
    """Verbs that continue the name of the measure before them: ``vốn đăng ký``."""
    return _words("participles")


@cache
def joints() -> frozenset[str]:
    """Words that continue the name of the measure before them: ``thặng dư thương mại với Mỹ``."""
    return _words("joints")


@cache
def rate_nouns() -> re.Pattern[str]:
    """Nouns that a verb completes, at the end of a string: ``tỷ lệ giải ngân``."""
    return re.compile(rf"(?<!\w)(?:{_alternatives('rate-nouns')}) \Z")


@cache
def intents() -> re.Pattern[str]:
    """Verbs of planning, between a topic and its verb, at the end of a string."""
    return re.compile(rf"(?<!\w)(?:{_alternatives('intents')})\s*\Z")


@cache
def intent_words() -> tuple[str, ...]:
    """The verbs of ``intents``: words that end with none of them need no search."""
    return registries.words("clause_words/intents")


@cache
def measures() -> re.Pattern[str]:
    """Nouns of measure, and the words of ``no_measures`` that only look like one."""
    return re.compile(rf"(?:{_searched('measures', 'no-measures')}|{_NUMBER_OF})\b")


@cache
def measures_inside() -> re.Pattern[str]:
    """Whatever ``measures`` matches after a space; much faster to search for."""
    return re.compile(rf" (?:{_alternatives('measures', 'no-measures')}|{_NUMBER_OF})\b")


@cache
def mere_sums() -> frozenset[str]:
    """Words that say that a figure is a sum, and not of what."""
    return _words("mere-sums")


@cache
def no_measures() -> frozenset[str]:
    """Words that begin with a noun of measure but measure nothing: ``đấu giá``."""
    return _words("no-measures")


@cache
def topic_end() -> re.Pattern[str]:
    """Where the shortest name of a measure may end in a longer phrase."""
    return re.compile(rf" (?:{_alternatives('topic-ends')})\b")


@cache
def topic_end_or_compound() -> re.Pattern[str]:
    """``topic_end``, and longer words that hold such an end, which match without the group ``end``."""
    return re.compile(rf"(?P<end>{topic_end().pattern})|\b(?:{_alternatives('compounds')})\b")


@cache
def counted_nouns() -> dict[str, list[str]]:
    return first_word(count_nouns())


@cache
def growth_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('growth-nouns')})(?!\w)")


@cache
def _growth_nouns() -> tuple[str, ...]:
    return registries.words("clause_words/growth-nouns")


@cache
def _growth_letters() -> frozenset[str]:
    """The last letters of these nouns."""
    return frozenset(noun[-1] for noun in _growth_nouns())


def ends_in_growth_noun(text: str, start: int, end: int) -> bool:
    """Whether one of these nouns, which begins at *start* or after it, ends at *end*."""
    if text[end - 1 : end] not in _growth_letters():
        return False
    return text.endswith(_growth_nouns(), start, end) and any(
        text.endswith(noun, start, end) and not text[end - len(noun) - 1 : end - len(noun)].isalnum()
        for noun in _growth_nouns()
    )


@cache
def openers() -> re.Pattern[str]:
    """All that merely opens a clause: words, bullets, hidden times."""
    return re.compile(
        rf"(?:[\s,{HIDDEN}–•*+-]++|(?:{_alternatives('openers')})(?!\w)[ ,:]*+"
        rf"|(?:bình quân|(?:chỉ )?(?:tính )?(?:riêng )?trong) (?={TIME}))++"
    )


@cache
def one_names() -> tuple[str, ...]:
    """Names with a comma of their own."""
    return registries.words("clause_words/one-names")


@cache
def before_commas() -> tuple[str, ...]:
    """What stands before the commas of ``one_names``."""
    return tuple(name.partition(",")[0] for name in one_names())


@cache
def places() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('places')})(?!\w)")


@cache
def tail_words() -> frozenset[str]:
    """Words that never end a noun phrase."""
    return _words("adverbs") | frozenset(_PREPOSITIONS)


@cache
def tail_ends() -> frozenset[str]:
    """The last syllables of ``tail_words``."""
    return frozenset(word.rpartition(" ")[2] for word in tail_words())


@cache
def ranked_measures() -> tuple[str, ...]:
    """Measures with a superlative that is part of their name: ``nhiệt độ thấp nhất``."""
    return registries.words("clause_words/ranked-measures")


@cache
def whole_words() -> frozenset[str]:
    """Words of two syllables whose second alone would be a tail."""
    return _words("no-tails")


@cache
def weak_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('weak-verbs')})(?!\w)")


@cache
def no_topic() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('no-topic')}|[0-9]+)(?!\w)")


@cache
def whole_economies() -> frozenset[str]:
    """Wholes that are divided rather than measured, after a share of them."""
    return _words("whole-economies")


@cache
def anaphora() -> re.Pattern[str]:
    return re.compile(rf"(?:{_searched('anaphora')})(?!\w)")


@cache
def measures_after() -> re.Pattern[str]:
    return re.compile(
        rf" (?:của |về )?(?P<what>(?:{_alternatives('measures')}|số)(?!\w)[^,.;:()\n{HIDDEN}]{{0,90}})"
    )


@cache
def things_end() -> re.Pattern[str]:
    """Where the noun phrase after a share ends: ``40% hồ sơ trực tuyến | được xử lý``."""
    return re.compile(rf"[,.;:()\n]| (?=(?:{_alternatives('things-end')})(?!\w))")


@cache
def stops_after() -> re.Pattern[str]:
    return re.compile(registries.expand(r" (?=<clause_words/stops-after>(?!\w))"))
