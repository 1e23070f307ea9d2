"""Persons whom a text names in a public office: name, office and body, and nothing else about people.

The office stands before the person (``Thứ trưởng Bộ Y tế Nguyễn Văn An``, ``Chủ tịch UBND tỉnh X, ông Trần
Văn B``), after (``ông Đỗ Văn C - Giám đốc Trung tâm Thông tin, Bộ TT&TT``), in a clause that says that the
person holds it or comes to it (``Đỗ Văn C được bầu làm Chủ tịch UBND tỉnh X``), or in the signature of a
document. The mention runs from the first to the last of person, office and body. Where a person has several
offices, each is a mention of its own. ``nguyên`` and ``cựu`` make an office ``former``. An office that
companies have too (``Giám đốc``) counts only beside a public body, which may be a hospital or a school, or
where the text named the person, or the chief, in that office before.

A unit that no registry has is named by the words up to the body above it: ``Trưởng phòng Giá, Sở Tài chính``.
A place may stand for its body: ``Phó chủ tịch quận 12``, and a province without its level, ``Bí thư Quảng
Ninh``. A name after ``Thư ký`` or ``Phu nhân`` and an office counts as the holder's only where the text named
that person in the office before.

Limits: a person is known by a Vietnamese surname and capitals. Not read are offices that are proposed, denied
or lost, names after a plural (``các Thứ trưởng A, B``), and heads of schools for children. An officer of
another country is known by the country's name before the person's, or from a short list.

>>> found = find("Bộ trưởng Bộ Y tế Nguyễn Văn An và ông Lê Bá Bình, Giám đốc.")
>>> [(m.value.name, m.value.office) for m in found]
[('Nguyễn Văn An', 'Bộ trưởng')]
"""

from __future__ import annotations

from ..errors import ParseError
from ..model import Context, Mention, Official, When, context_of
from ..reading import Reading
from ..text import TextView
from ._rules import RULES, read

__all__ = ["RULES", "find", "find_officials", "parse", "render"]


def find(text: str | TextView | Reading, context: Context = Context()) -> tuple[Mention[Official], ...]:
    """Every person in a public office in *text*, in order.

    Args:
        text: Any text; spans are over its NFC form.
        context: Its day decides between bodies of the same name.

    >>> [m.quote for m in find("Theo ông Đỗ Văn Công - Giám đốc Sở Y tế Nghệ An, dịch đã lui.")]
    ['Đỗ Văn Công - Giám đốc Sở Y tế Nghệ An']
    """
    reading = Reading.of(text, context)
    return tuple(reading.view.mention(start, end, value) for start, end, value in read(reading))


def parse(quote: str, context: Context = Context()) -> Official:
    """The official that the whole *quote* names.

    >>> parse("Thứ trưởng Hoàng Văn Bảo").office
    'Thứ trưởng'

    Raises:
        ParseError: *quote* as a whole does not name a person in a public office.
    """
    found = find(quote, context)
    if len(found) != 1 or found[0].quote != TextView(quote).text:
        raise ParseError(
            "official",
            quote,
            (0, len(quote)),
            "an office and a name are needed, such as Bộ trưởng Nguyễn Văn A",
        )
    return found[0].value


def render(value: Official) -> str:
    """*value* as a title before the name.

    >>> render(parse("Lê Văn Nam, nguyên Giám đốc Sở Y tế Hà Tĩnh"))
    'Nguyên Giám đốc Sở Y tế Hà Tĩnh Lê Văn Nam'
    """
    office = f"Nguyên {value.office}" if value.former else value.office
    parts = (office, value.agency.name if value.agency else "", value.name)
    return " ".join(part for part in parts if part)


def find_officials(
    text: str, context: Context | None = None, *, published: When | None = None
) -> tuple[Mention[Official], ...]:
    """Every person in *text* who is named in a public office, in order.

    Args:
        text: Any text; spans are over its NFC form.
        context: What is known of the text, in place of the argument that follows.
        published: When the text was published: a date, a date-time, or either in ISO 8601. The bodies of that
            day are meant.

    >>> [(m.value.name, m.value.office) for m in find_officials("Thứ trưởng Bộ Y tế Lê Văn An dự.")]
    [('Lê Văn An', 'Thứ trưởng')]

    Raises:
        TypeError: An argument is of another type.
        ValueError: *published* is not a day.
    """
    return find(text, context_of(context, published=published))
