"""Text as rules read it: NFC, offsets, the view that rules match on, sentences.

Spans are always over the NFC form of a text. Rules match on a *view* of it without what does not change the
meaning: entities and other marks (``vnmedia.marks``), zero-width characters, kinds of space, line breaks
inside a sentence, the place of the tone mark in ``hoà``/``hòa``. The view knows where each of its characters
stands in the text, so a match gives a span of the text. Most texts need no change, and then the view is the
text itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from copy import copy
from itertools import pairwise

from .marks import entity_ends, read_through
from .model import NOTHING_INFERRED, Mention, Span
from .model._inferred import recurring
from .model._trusted import trusted
from .model.span import V
from .patterns import Pattern

__all__ = ["LONGEST_RUN", "Run", "TextView", "lowered", "nfc", "sentence_ends", "sentences", "trimmed"]

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ODD = Pattern(f"[{_INVISIBLE}\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0130\t\r\ud800-\udfff]")
# What a view has in place of an odd character; a surrogate is not a character at all.
_REPLACED = dict.fromkeys("\t\u1680\u202f\u205f\u3000", " ") | {"\u0130": "I"}
_REPLACED |= {chr(code): " " for code in range(0x2000, 0x200B)}
#: A run of digits of this length also stands for all longer ones.
LONGEST_RUN = 5
# A run of digits and what follows it.
_DIGIT_RUN = re.compile(
    rf"([0-9](?<!\w.)[0-9]{{0,{LONGEST_RUN - 1}}}+)[0-9]*+(?=[ \n]*+([^\W\d_]++|\D|\Z)?)", re.DOTALL
)
_GLUED_DIGIT = re.compile(r"[0-9](?<=[^\W0-9].)", re.DOTALL)
_SURROGATE = Pattern("[\ud800-\udfff]")
# Characters of marks that are read through, or that stand for another character.
_MARKED = re.compile(r"[&\]*#\\|_\u0130]")

# What a view leaves out: characters that no reader sees (soft hyphen, zero-width, bidi marks, BOM), a
# carriage return and spaces at a line's ends, and all but the first of several spaces between letters.
# Spaces beside a digit stay, since they may separate the cells of a table. Each pattern begins with what
# is rare, so that the engine need not stop at every space.
_UNSEEN = Pattern(f"[{_INVISIBLE}\r]")
_SPACES_AND_UNSEEN = Pattern(f"(?<![{_INVISIBLE}])[{_INVISIBLE}]*+ (?:[{_INVISIBLE}]*+ )++[{_INVISIBLE}]*+")
_SPACES = Pattern(" +")
_LINE_BREAK = Pattern("\n")
_PADDED_BREAK = Pattern("\n(?:(?<=[ \r]\n)|(?= ))")

# A line break inside a sentence, as text extraction leaves them: between a word or comma and a small
# letter that begins no list item (``a)``), or between a word that asks for a number and the number. Where
# enough of them show that the text was broken at a width, the other breaks at that width are soft too.
_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SOFT_BREAK = Pattern(rf"\n(?=[{_SMALL}](?![).])|[0-9])")
_ASKS_FOR_NUMBER = Pattern(
    r"(?:^|\W)(?:số ?:?|ngày|tháng|năm|quý|điều|khoản|từ|đến|hơn|gần|trên|dưới|khoảng)\Z", re.IGNORECASE
)
_FEWEST_FULL = 2
_NARROWEST = 40
_FIRST_WORD = Pattern(r"[^\s]{1,60}+")
# How a line ends inside a sentence and how the next one goes on; not with what only begins a new item.
_UNENDED = Pattern(r"(?:[\w,/&)”%–-]|(?<!\w)tp\.)\Z", re.IGNORECASE)
_UNFINISHED = Pattern(
    r"(?<!\w)(?:của|và|về|thuộc|tại|theo|với|giữa|cho|do|hoặc|là|các|những|trong|trên|từ|đến|số|luật"
    r"|(?:của|thuộc|tại|theo|do|và|với) (?:Bộ|Sở|Cục|Vụ|Ban|Tổng cục|Ủy ban|Hội đồng|Tòa án|Viện))\Z"
)
# A ground of a document ends with a mark.
_GROUND = Pattern(r"(?:Căn cứ|Xét|Theo đề nghị)\s")
_GOES_ON = Pattern(
    r"(?![0-9]{1,3}[.)]\s|[A-ZĐa-zđ][.)]\s|[IVX]{1,5}[.)/-]|(?:Điều|Chương|Mục|Phần) [0-9IVX]{1,4}[.:\n]"
    r"|Căn cứ |Xét |Theo đề nghị |Nơi nhận)(?:[\w(“]|(?<=[0-9%]\n)[-–] ?[0-9])"
)

# The two schools of tone placement differ only in open syllables: hoà/hòa, khoẻ/khỏe, uỷ/ủy (but
# quý, where u belongs to the consonant). The view uses the older school, as the regulations do.
# One pattern for each letter: a pattern that begins with a single letter takes a fraction of the time.
_NEW_TONES = tuple(
    re.compile(rf"{first}[{toned}](?!\w)(?<![qQ]..)")
    for first, toned in (
        ("o", "àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ"),
        ("u", "ỳýỷỹỵỲÝỶỸỴ"),
        ("O", "àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ"),
        ("U", "ỳýỷỹỵỲÝỶỸỴ"),
    )
)
_OLD_TONE = {
    vowel + toned: unicodedata.normalize("NFC", vowel + mark) + plain
    for vowel, plain in ("oa", "oe", "uy", "OA", "OE", "UY", "Oa", "Oe", "Uy", "oA", "oE", "uY")
    for mark in "\u0300\u0301\u0309\u0303\u0323"
    for toned in [unicodedata.normalize("NFC", plain + mark)]
}

# Possessive, and not from inside a run of marks, so that a long row of dots is read once.
# Đ, Ơ, Ở and their kin stand among the small letters of à-ỹ.
_CAPITALS = "".join(chr(code) for code in range(0xE0, 0x1EFA) if chr(code).isupper())
_AFTER_MARK = r"(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+" rf"(?=\s++[\"'“‘«(\[]*+(?:[^\Wa-zà-ỹ_]|[{_CAPITALS}]))"
# One pattern for each mark: the engine finds one character far faster than any of a set.
_SENTENCE_ENDS = {
    "\n": Pattern(r"\n(?<!\n\n)\n*+"),
    **{mark: Pattern(re.escape(mark) + _AFTER_MARK) for mark in ".!?…"},
}

#: About how many characters are brought into NFC at once.
_NFC_PART = 2048


def nfc(text: str) -> str:
    """*text* in Unicode NFC, the form whose characters every span counts.

    >>> nfc("Viê\u0323t Nam") == "Việt Nam"
    True

    Raises:
        TypeError: *text* is not a string.
    """
    if not isinstance(text, str):
        raise TypeError(f"text: a string is needed, not {type(text).__name__}")
    if len(text) <= _NFC_PART:
        return unicodedata.normalize("NFC", text)
    # Nearly all texts are in it; a copy of each would only leave less room in the processor's cache.
    if all(unicodedata.is_normalized("NFC", part) for part in _parts_for_nfc(text)):
        return text
    return "".join([unicodedata.normalize("NFC", part) for part in _parts_for_nfc(text)])


def _parts_for_nfc(text: str) -> Iterator[str]:
    """*text* in parts, each of which but the first begins with a space, which joins no letter before it.

    One combining mark makes Python compose the whole string anew, at ten times the cost of seeing that
    nothing is to be done. So only the part with the mark pays.
    """
    start = 0
    while (stop := text.find(" ", start + _NFC_PART)) >= 0:
        yield text[start:stop]
        start = stop
    yield text[start:]


def old_tones(text: str) -> str:
    """*text* with the tone of ``oa``, ``oe`` and ``uy`` on the first vowel, as all names here have it.

    >>> old_tones("Uỷ ban xã Thuỵ Hoà")
    'Ủy ban xã Thụy Hòa'
    """
    for form in _NEW_TONES:
        text = form.sub(_old_tone, text)
    return text


#: The stroke of a ``đ``, or of the Icelandic letter that looks like it, is not a combining mark.
_D = str.maketrans("đĐðÐ", "dDdD")


#: Old fonts and keyboards wrote the Icelandic letter for the Vietnamese one, which looks the same. Numbers
#: of documents (12/QÐ-UBND) stay as printed.
_ETH = str.maketrans("Ðð", "Đđ")
_ETH_WORD = Pattern(r"(?<!\S)[^\s/Ðð]{0,40}[Ðð][^\s/]{0,40}(?!\S)")


def _without_eth(word: re.Match[str]) -> str:
    return word.group().translate(_ETH)


def bare(text: str) -> str:
    """*text* without diacritics.

    >>> bare("Đặc khu Côn Đảo")
    'Dac khu Con Dao'
    """
    letters = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def lowered(text: str) -> str:
    """*text* as ``TextView(text).lower`` gives it; for plain names it takes half the time.

    >>> lowered("Uỷ ban Nhân dân"), lowered("Bộ  Y&nbsp;tế")
    ('ủy ban nhân dân', 'bộ y tế')
    """
    plain = nfc(text)
    if plain.isprintable() and "  " not in plain and not _MARKED.search(plain):
        return old_tones(plain).lower()
    return TextView(plain).lower


#: The length of a run of digits, and what follows it: None for another digit.
Run = tuple[int, str | None]

_span, _mention = trusted(Span), trusted(Mention)


class TextView:
    """A text together with the form of it that rules match on.

    Attributes:
        text: The text in NFC; spans are over it.
        plain: What rules match on: one kind of space, whole sentences on one line, one tone placement,
            nothing invisible.
        lower: *plain* in lower case, of the same length.
        printed: *plain* with every line break where it was printed, of the same length.
        wrapped: Whether the lines of the text were broken at a width, and not by their content.
        hits: Where the words that a scanner has found in it stand, by scanner.
        entities: Where each HTML entity in the text ends, by where it begins.

    >>> view = TextView("Uỷ\u200b ban  nhân dân")
    >>> view.lower
    'ủy ban nhân dân'
    >>> view.span(0, 6)
    Span(start=0, end=7)
    """

    __slots__ = ("_digits", "_pieces", "entities", "hits", "lower", "plain", "printed", "text", "wrapped")

    def __init__(self, text: str) -> None:
        self.text = nfc(text)
        self._pieces: tuple[list[int], list[int]] | None = None
        self.entities = entity_ends(self.text)
        # No-break spaces are by far the most common odd characters. All odd characters but one are
        # unprintable, and testing for that takes a third of the time.
        plain = read_through(self.text).replace("\u00a0", " ")
        if "Ð" in plain or "ð" in plain:
            plain = _ETH_WORD.sub(_without_eth, plain)
        printable = plain.replace("\n", " ").isprintable() and "\u0130" not in plain
        odd = set() if printable else set(_ODD.findall(plain))
        for character in odd & _REPLACED.keys():
            plain = plain.replace(character, _REPLACED[character])
        if odd and max(odd) >= "\ud800":
            plain = _SURROGATE.sub("\ufffd", plain)
        is_line = "\n" not in plain
        if odd or not is_line or "  " in plain:
            plain = self._without_dropped(plain, odd - _REPLACED.keys())
        self.printed = old_tones(plain)
        self.plain, self.wrapped = (self.printed, False) if is_line else _unwrapped(self.printed)
        self.lower = self.plain.lower()
        self._digits: list[tuple[int, Run]] | None = None
        self.hits: dict[object, list[tuple[int, int]]] = {}

    def _without_dropped(self, text: str, odd: Set[str]) -> str:
        dropped = _dropped(text, odd)
        if not dropped:
            return text
        kept: list[str] = []
        in_view, in_text = [], []
        length = position = 0
        for start, end in [*dropped, (len(text), len(text))]:
            if start > position:
                in_view.append(length)
                in_text.append(position)
                kept.append(text[position:start])
                length += start - position
            position = max(position, end)
        self._pieces = (in_view, in_text) if kept else None
        return "".join(kept)

    @classmethod
    def of(cls, text: str | TextView) -> TextView:
        """*text* itself if it is already a view, else a view of it."""
        return text if isinstance(text, TextView) else cls(text)

    @property
    def digit_runs(self) -> list[tuple[int, Run]]:
        """Where each run of digits with no letter or digit right before begins, its length and what follows.

        The length is ``LONGEST_RUN`` at most. What follows, after any white space, is the next word in lower
        case, None for any digit, a mark, or nothing.
        """
        if self._digits is None:
            self._digits = [(run.start(), (len(run[1]), run[2])) for run in _DIGIT_RUN.finditer(self.lower)]
        return self._digits

    @property
    def glued_digits(self) -> list[int]:
        """Where each run of digits begins that stands right after a letter or ``_``."""
        return [run.start() for run in _GLUED_DIGIT.finditer(self.lower)]

    def joined(self, breaks: Collection[int]) -> TextView:
        """This view with the line breaks at *breaks*, which are in order, turned into spaces too."""
        other = copy(self)
        other.hits = {}
        other.plain, other.lower = _with_spaces(self.plain, breaks), _with_spaces(self.lower, breaks)
        return other

    def span(self, start: int, end: int) -> Span:
        """The span of the text that ``plain[start:end]`` was made from; *end* is above *start*."""
        return _span(start, end) if self._pieces is None else _span(*self._in_text(start, end))

    def _in_text(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the characters that ``plain[start:end]`` was made from begin and end."""
        assert self._pieces is not None
        in_view, in_text = self._pieces
        last = end - 1
        piece = bisect_right(in_view, start)
        shift = in_text[piece - 1] - in_view[piece - 1]
        if piece < len(in_view) and last >= in_view[piece]:
            other = bisect_right(in_view, last, piece) - 1
            last += in_text[other] - in_view[other]
        else:
            last += shift  # mostly, it lies in the same piece
        return start + shift, self.entities.get(last, last + 1)

    def locate(self, span: Span) -> tuple[int, int]:
        """Where in the view the *span* of the text begins and ends: the inverse of ``span``."""
        start, end = span.start, span.end
        if self._pieces is None:
            return start, end
        in_view, in_text = self._pieces
        piece = bisect_right(in_text, start)
        if piece == 0 or piece == len(in_text) or end >= in_text[piece]:
            return self._in_view(start), self._in_view(end)
        shift, limit = in_view[piece - 1] - in_text[piece - 1], in_view[piece]  # both in one piece
        return min(start + shift, limit), min(end + shift, limit)

    def places(self, spans: Iterable[Span]) -> list[tuple[int, int]]:
        """What ``locate`` gives for each of *spans*; fast where they are in order."""
        if self._pieces is None:
            return [(span.start, span.end) for span in spans]
        in_view, in_text = self._pieces
        found: list[tuple[int, int]] = []
        first = last = shift = 0  # of the text that stands unchanged around the span before
        for span in spans:
            start, end = span.start, span.end
            if first <= start and end <= last:
                found.append((start + shift, end + shift))
                continue
            found.append(self.locate(span))
            piece = bisect_right(in_text, start)
            if piece:
                first, shift = in_text[piece - 1], in_view[piece - 1] - in_text[piece - 1]
                if piece < len(in_text):
                    last = min(in_text[piece] - 1, in_view[piece] - shift)
                else:
                    last = len(self.plain) - shift
        return found

    def _in_view(self, position: int) -> int:
        """The place in the view of the first kept character at or after *position*."""
        assert self._pieces is not None
        in_view, in_text = self._pieces
        piece = bisect_right(in_text, position) - 1
        if piece < 0:
            return 0
        reached = in_view[piece] + position - in_text[piece]
        ends = in_view[piece + 1] if piece + 1 < len(in_view) else len(self.plain)
        return min(reached, ends)

    def mention(
        self, start: int, end: int, value: V, inferred: Mapping[str, str] = NOTHING_INFERRED
    ) -> Mention[V]:
        """The mention that ``plain[start:end]`` is, with *value* and *inferred* as in ``Mention``."""
        if self._pieces is not None:
            start, end = self._in_text(start, end)
        nothing = inferred is NOTHING_INFERRED or not inferred
        reasons = NOTHING_INFERRED if nothing else recurring(tuple(inferred.items()))
        return _mention(_span(start, end), self.text[start:end], value, reasons)


def places_of(text: str, strings: Iterable[str]) -> list[int]:
    """Where any of *strings* begins in *text*, in order; far faster than a pattern where they are rare.

    >>> places_of("a; b. c", ".;")
    [1, 4]
    """
    found: list[int] = []
    for string in strings:
        position = text.find(string)
        while position >= 0:
            found.append(position)
            position = text.find(string, position + 1)
    return sorted(found)


def sentences(text: str) -> Iterator[Span]:
    r"""The sentences of *text*, in order; a line never holds parts of two paragraphs.

    A full stop ends a sentence if white space and then a capital, a digit or an opening mark follow.

    >>> text = "Ngày 17/12 họp. Ông A. dự; số 7.5 triệu.\nHết"
    >>> [span.of(text) for span in sentences(text)]
    ['Ngày 17/12 họp.', 'Ông A. dự; số 7.5 triệu.', 'Hết']
    """
    start = 0
    for end in (*sentence_ends(text), len(text)):
        first, last = trimmed(text, start, end)
        if first < last:
            yield Span(start=first, end=last)
        start = end


def sentence_ends(text: str) -> list[int]:
    r"""The places that divide *text* into its sentences, in order; some parts are only white space.

    >>> sentence_ends("Ngày 17/12 họp. Xong\nHết."), sentence_ends("Họp xong. Đến nay yên.")
    ([15, 21], [9])
    """
    ends: list[int] = []
    for mark, end in _SENTENCE_ENDS.items():
        if mark in text:
            ends += [match.end() for match in end.finditer(text)]
    ends.sort()
    return ends


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words in ``text[start:end]`` begin and end, without the white space around them."""
    part = text[start:end]
    words = part.lstrip()
    first = end - len(words)
    return first, first + len(words.rstrip())


def _dropped(text: str, odd: Set[str]) -> list[tuple[int, int]]:
    """The stretches of *text* that a view leaves out, in order; *odd* has all its invisible characters."""
    found: list[tuple[int, int]] = []
    for match in _PADDED_BREAK.finditer(text):
        start, end = match.span()
        start -= text[start - 1 : start] == "\r"
        if text[start - 1 : start] == " " != text[start - 2 : start - 1]:
            found.append((start - 1, start))
        if text[end : end + 1] == " " != text[end + 1 : end + 2]:
            found.append((end, end + 1))
    if odd:
        found.extend(_unseen(text))
    if odd - {"\r"}:
        found.extend(_needless(text, (match.span() for match in _SPACES_AND_UNSEEN.finditer(text))))
    elif "  " in text:
        found.extend(_needless(text, _runs_of_spaces(text)))
    return sorted(found) if len(found) > 1 else found


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    """Where the invisible characters stand, and each carriage return before a line break."""
    for match in _UNSEEN.finditer(text):
        start, end = match.span()
        if text[start] != "\r" or text.startswith("\n", end):
            yield start, end


def _runs_of_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Where two or more spaces stand; the next ones are found faster than by any pattern."""
    start = text.find("  ")
    while start >= 0:
        run = _SPACES.match(text, start)
        assert run is not None
        yield run.span()
        start = text.find("  ", run.end())


def _needless(text: str, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The part of each run of spaces to leave out: all at a line's end, all but one between letters."""
    for start, end in runs:
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if "\n" in around or "\r" in around:
            yield start, end
        elif around.isalpha():
            yield text.index(" ", start) + 1, end


def _unwrapped(text: str) -> tuple[str, bool]:
    """*text* with its soft line breaks as spaces, and whether they are at a fixed width."""
    soft = [start for match in _SOFT_BREAK.finditer(text) if _is_soft(text, start := match.start())]
    at_width = _with_breaks_at_width(text, soft) if len(soft) >= _FEWEST_FULL else []
    found = at_width or soft
    return (_with_spaces(text, found) if found else text), bool(at_width)


def _with_spaces(text: str, positions: Iterable[int]) -> str:
    """*text* with the characters at *positions*, which are in order, as spaces."""
    return " ".join(text[before + 1 : end] for before, end in pairwise([-1, *positions, len(text)]))


def _is_soft(text: str, position: int) -> bool:
    """Whether the break at *position*, before a small letter or a digit, is surely inside a sentence."""
    before = text[max(0, position - 8) : position]
    if text[position + 1].isdigit():
        return _ASKS_FOR_NUMBER.search(before) is not None
    return before != "" and (before[-1].isalnum() or before[-1] in ",/&-")


def _with_breaks_at_width(text: str, soft: list[int]) -> list[int]:
    """*soft*, and the breaks that are there only because the next word did not fit into the line.

    The width is that of the lines that *soft* ends. Where each paragraph is one line there is no width, and
    the result is empty.
    """
    ends = [match.start() for match in _LINE_BREAK.finditer(text)]
    lengths = {end: end - before - 1 for before, end in pairwise([-1, *ends])}
    known = sorted(lengths[end] for end in soft)
    width = known[-1 - len(known) // 10]
    full = [end for end in soft if width * 0.8 <= lengths[end] <= width * 1.1]
    longer = sum(1 for length in lengths.values() if length > width * 1.5)
    if width < _NARROWEST or len(full) < max(_FEWEST_FULL, longer):
        return []
    least = min(width + 1, *(_reach(text, end, lengths[end]) for end in full))
    surely = set(soft)
    return [
        end
        for end in ends
        if end in surely
        or (0 < (length := lengths[end]) <= width * 1.1 and _is_broken_off(text, end, length, least))
    ]


def _is_broken_off(text: str, end: int, length: int, least: int) -> bool:
    """Whether the line of *length* before *end* is broken off, by its words or by a reach of *least*."""
    if not _GOES_ON.match(text, end + 1) or _UNENDED.search(text, max(0, end - 4), end) is None:
        return False
    return (
        text[end + 1].islower()
        or _reach(text, end, length) >= least
        or _UNFINISHED.search(text, max(0, end - 24), end) is not None
        or (_GROUND.match(text, end - length) is not None and not text[end + 1 : end + 3].isupper())
    )


def _reach(text: str, end: int, length: int) -> int:
    """How long the line of *length* that ends at *end* would be together with the next line's first word."""
    word = _FIRST_WORD.match(text, end + 1)
    return length + 1 + (word.end() - word.start() if word else 0)


def _old_tone(match: re.Match[str]) -> str:
    pair = match.group()
    return _OLD_TONE.get(pair, pair)
