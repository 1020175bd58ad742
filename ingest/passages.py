"""Passages: what is embedded and searched. Each is a verbatim span of one provision, or of small ones that follow
each other, under the names of what stands above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kb.model import Document, Field, Passage, Provision, ProvisionKind
from kb.windows import Span, trim, windows

# Sizes in characters, chosen on the development questions and on zalo-6k.
WHOLE = 360  # a unit with all that lies below it stays one passage up to here
SMALL = 160  # units below this are joined with the small ones that follow
SMALL_ROW = 80  # the same for rows of a table: most are tasks of their own, few are figures alone
SMALL_BASIS = 300  # the same in the preamble, whose bases ("Căn cứ …;") belong together
JOINED = 600
LEAST_OWN = 40  # words before the first child that are fewer are no passage of their own
LONGEST_TITLE = 220
LONGEST_STEP = 160
HEADING_SLACK = 12  # a marker with its punctuation, before the heading

_JOINABLE = frozenset(
    {ProvisionKind.POINT, ProvisionKind.CLAUSE, ProvisionKind.BULLET, ProvisionKind.PARAGRAPH, ProvisionKind.ROW}
)
_LOOSE = frozenset({ProvisionKind.BULLET, ProvisionKind.PARAGRAPH})  # joined with each other
_UNNAMED = frozenset({ProvisionKind.HEADER, ProvisionKind.PREAMBLE, ProvisionKind.CLOSING})
_HEADER_ROW = "đầu "


@dataclass(frozen=True, slots=True)
class _Piece:
    """A span that becomes one passage, and the index of the provision it is named after."""

    provision: int
    start: int
    end: int


def make_passages(document: Document, provisions: Sequence[Provision]) -> tuple[Passage, ...]:
    """Passages in reading order. Ids are stable while the document's id, the path and the text stay."""
    tree = _Tree(document, provisions)
    name = _document_name(document)
    seen: dict[tuple[str, str], int] = defaultdict(int)
    passages = []
    for piece in tree.pieces():
        provision = provisions[piece.provision]
        text = document.text[piece.start : piece.end]
        ordinal = seen[provision.path, text]
        seen[provision.path, text] += 1
        passages.append(
            Passage(
                id=_identity(document.id, provision.path, ordinal, text),
                path=provision.path,
                start=piece.start,
                end=piece.end,
                text=text,
                heading=provision.heading or tree.nearest_heading(piece.provision),
                context=" › ".join((name, *tree.steps_above(piece.provision))),
                page=document.page_at(piece.start),
            )
        )
    return tuple(passages)


def _identity(document_id: str, path: str, ordinal: int, text: str) -> str:
    digest = sha256("\0".join((path, str(ordinal), text)).encode()).hexdigest()
    return f"{document_id}-{digest[:16]}"


def _document_name(document: Document) -> str:
    """Kind, number, issuer with its place, and title: "Chỉ thị 19-CT/TU Ban Thường vụ Tỉnh ủy Quảng Ngãi: …"."""
    issuer, locality = document.value(Field.ISSUER), document.locality
    place = locality if locality and locality.lower() not in (issuer or "").lower() else None
    name = " ".join(part for part in (document.kind, document.number, issuer, place) if part)
    title = _shortened(document.title or "", LONGEST_TITLE)
    return ": ".join(part for part in (name, title) if part)


def _shortened(text: str, most: int) -> str:
    """The first words, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"


class _Tree:
    """The provisions of one document with their children."""

    def __init__(self, document: Document, provisions: Sequence[Provision]) -> None:
        self._text = document.text
        self._provisions = provisions
        self._children: dict[int | None, list[int]] = defaultdict(list)
        for index, provision in enumerate(provisions):
            self._children[provision.parent].append(index)
        self._columns = self._column_names()

    def pieces(self) -> Iterator[_Piece]:
        yield from self._siblings(self._children[None])

    def nearest_heading(self, index: int) -> str | None:
        parent = self._provisions[index].parent
        while parent is not None:
            if self._provisions[parent].heading:
                return self._provisions[parent].heading
            parent = self._provisions[parent].parent
        return None

    def steps_above(self, index: int) -> list[str]:
        """What stands above a provision: heading or opening words of each ancestor, then the columns of a row."""
        steps: list[str] = []
        parent = self._provisions[index].parent
        while parent is not None:
            if self._provisions[parent].kind not in _UNNAMED:
                steps.append(self._step(parent))
            parent = self._provisions[parent].parent
        steps.reverse()
        columns = self._columns.get(index)
        return [step for step in (*steps, columns) if step]

    def _step(self, index: int) -> str:
        provision = self._provisions[index]
        own = self._text[provision.start : provision.own_end]
        opening = own if len(own) <= LONGEST_STEP else provision.heading or own
        return _shortened(opening, LONGEST_STEP)

    def _column_names(self) -> dict[int, str]:
        """For each row of a table with header rows, their text. Header rows are labelled "đầu 1", "đầu 2"."""
        names: dict[int, str] = {}
        current, parent_of_current = "", None
        for index, provision in enumerate(self._provisions):
            if provision.kind is not ProvisionKind.ROW:
                continue
            own = " ".join(self._text[provision.start : provision.own_end].split())
            if (provision.label or "").startswith(_HEADER_ROW):
                is_first = provision.label == f"{_HEADER_ROW}1"
                current = own if is_first else f"{current} {own}"
                parent_of_current = provision.parent
            elif current and provision.parent == parent_of_current:
                names[index] = _shortened(current, LONGEST_STEP)
        return names

    def _siblings(self, indices: Sequence[int]) -> Iterator[_Piece]:
        """Passages of units that stand side by side; small ones that follow each other are joined."""
        joined: _Piece | None = None
        for index in indices:
            if self._is_header_row(index):
                continue
            start, end = trim(self._text, self._provisions[index].start, self._provisions[index].end)
            if joined and self._may_join(joined, index, end):
                joined = _Piece(joined.provision, joined.start, end)
                continue
            if joined:
                yield joined
                joined = None
            if self._is_small(index, end - start):
                joined = _Piece(index, start, end)
            else:
                yield from self._unit(index)
        if joined and joined.start < joined.end:
            yield joined

    def _is_header_row(self, index: int) -> bool:
        provision = self._provisions[index]
        return provision.kind is ProvisionKind.ROW and (provision.label or "").startswith(_HEADER_ROW)

    def _is_small(self, index: int, length: int) -> bool:
        provision = self._provisions[index]
        if provision.kind not in _JOINABLE:
            return False
        parent = None if provision.parent is None else self._provisions[provision.parent]
        is_basis = provision.kind is ProvisionKind.PARAGRAPH and parent and parent.kind is ProvisionKind.PREAMBLE
        return length < (SMALL_BASIS if is_basis else SMALL_ROW if provision.kind is ProvisionKind.ROW else SMALL)

    def _may_join(self, joined: _Piece, index: int, end: int) -> bool:
        provision, first = self._provisions[index], self._provisions[joined.provision]
        is_alike = provision.kind is first.kind or {provision.kind, first.kind} <= _LOOSE
        is_small = self._is_small(index, provision.end - provision.start)
        return is_alike and provision.parent == first.parent and is_small and end - joined.start <= JOINED

    def _unit(self, index: int) -> Iterator[_Piece]:
        provision = self._provisions[index]
        start, end = trim(self._text, provision.start, provision.end)
        children = self._children[index]
        if not children or end - start <= WHOLE:
            yield from self._windows(index, (start, end))
            return
        own = trim(self._text, provision.start, provision.own_end)
        if not self._says_little(index, own):
            yield from self._windows(index, self._with_first_children(own, children))
        yield from self._siblings(children)

    def _with_first_children(self, own: Span, children: Sequence[int]) -> Span:
        """Words that lead to what follows ("… như sau:") with as much of it as a joined passage holds.

        The children are passages of their own besides: a question may be about one of them or about the whole.
        """
        start, end = own
        if not self._text[start:end].endswith(":"):
            return own
        for child in children:
            _, child_end = trim(self._text, self._provisions[child].start, self._provisions[child].end)
            if child_end - start > JOINED:
                break
            end = child_end
        return start, end

    def _says_little(self, index: int, own: Span) -> bool:
        """Whether the words before the first child are only the heading, which stands in the children's context."""
        length = own[1] - own[0]
        heading, label = self._provisions[index].heading, self._provisions[index].label
        is_heading_alone = bool(heading) and length <= len(heading or "") + len(label or "") + HEADING_SLACK
        return length < LEAST_OWN or is_heading_alone

    def _windows(self, index: int, span: Span) -> Iterator[_Piece]:
        for start, end in windows(self._text, *span):
            yield _Piece(index, start, end)
