"""Reads the tree: each region of the document in turn."""

from __future__ import annotations

import re

from ingest.markers import read_marker
from ingest.model import Header, LaidText, Paragraph, Region, RegionKind
from ingest.structure.closing import closing_words_from
from ingest.structure.tree import Tree
from ingest.structure.walk import Walk
from kb.model import Provision, ProvisionKind

# Letterhead, name and title of an attachment are no more paragraphs than this.
_HEADING_PARAGRAPHS = 12
_FRAME = re.compile(r"\(\s*(?:[Bb]an hành )?[Kk]èm theo|Độc lập\s*[-–]|[-–_*=]{2,}$")
_CLOSING = frozenset({RegionKind.SIGNATURE, RegionKind.RECIPIENTS, RegionKind.COPY, RegionKind.NOTES})


def read_structure(laid: LaidText, header: Header) -> tuple[Provision, ...]:
    """Provisions in reading order, parents first; their own spans, joined, are the text."""
    tree = Tree()
    at = 0
    for region in header.regions:
        first = at
        while at < len(laid.paragraphs) and laid.paragraphs[at].start < region.end:
            at += 1
        paragraphs = laid.paragraphs[first:at]
        if paragraphs:
            _read_region(laid, tree, region, paragraphs)
    return tree.freeze(len(laid.text))


def _read_region(laid: LaidText, tree: Tree, region: Region, paragraphs: tuple[Paragraph, ...]) -> None:
    first = paragraphs[0]
    if region.kind is RegionKind.ATTACHMENT:
        label = region.label or "Kèm theo"
        kind = ProvisionKind.APPENDIX if label.startswith("Phụ lục") else ProvisionKind.ATTACHMENT
        root = tree.add(kind, label, region.start, None, first.page, label, region.title)
        Walk(laid, tree, root, is_numbered_root=True).read(paragraphs[_heading_end(laid, paragraphs) :])
    elif region.kind is RegionKind.BODY:
        root = tree.add(ProvisionKind.PREAMBLE, ProvisionKind.PREAMBLE.value, region.start, None, first.page)
        _read_body(laid, tree, root, paragraphs)
    else:
        kind = ProvisionKind.CLOSING if region.kind in _CLOSING else ProvisionKind.HEADER
        is_same_part = bool(tree.nodes) and tree.nodes[-1].kind is kind
        if not is_same_part:
            tree.add(kind, kind.value, region.start, None, first.page)


def _heading_end(laid: LaidText, paragraphs: tuple[Paragraph, ...]) -> int:
    """Past the heading of an attachment: letterhead, name, title, "(Kèm theo …)". They are the root's own words."""
    end = 1
    for index, paragraph in enumerate(paragraphs[1:_HEADING_PARAGRAPHS], start=1):
        text = laid.text[paragraph.start : paragraph.end]
        is_printed_large = text.isupper() or paragraph.bold or paragraph.centred or _FRAME.match(text) is not None
        is_unit = read_marker(text) is not None or paragraph.table is not None
        if is_unit or not is_printed_large:
            break
        end = index + 1
    return end


def _read_body(laid: LaidText, tree: Tree, root: int, paragraphs: tuple[Paragraph, ...]) -> None:
    texts = [laid.text[p.start : p.end] for p in paragraphs[-6:]]
    goodbye = closing_words_from(texts, [p.table is not None for p in paragraphs[-6:]])
    cut = len(paragraphs) - len(texts) + goodbye if goodbye is not None else len(paragraphs)
    walk = Walk(laid, tree, root, is_numbered_root=False)
    walk.read(paragraphs[:cut])
    if cut < len(paragraphs) and walk.has_units:
        tree.add(ProvisionKind.CLOSING, ProvisionKind.CLOSING.value, paragraphs[cut].start, None, paragraphs[cut].page)
    elif cut < len(paragraphs):
        walk.read(paragraphs[cut:])
