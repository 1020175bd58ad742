"""An answer: sentences with numbered citations, each a link to the quoted place; or why there is none. Pure text."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Answer, Citation
from ui.address import PageName, document_link, href
from ui.markup import Html, joined, link, shortened, tag, with_cells
from ui.parts import notice
from ui.words import place

# Characters of a document's name before its quotation.
_NAME = 90


def answer_html(answer: Answer, suggestions: Sequence[str] = ()) -> Html:
    return _refusal(answer, suggestions) if answer.refused else _answer(answer)


def _answer(answer: Answer) -> Html:
    by_number = {citation.n: citation for citation in answer.citations}
    sentences = [
        joined([with_cells(sentence.text), *(_number(by_number[n]) for n in sentence.citations if n in by_number)])
        for sentence in answer.sentences
    ]
    return tag(
        "section",
        tag("h2", "Trả lời"),
        joined(notice(warning) for warning in answer.warnings),
        joined(tag("p", sentence, class_="kb-sentence") for sentence in sentences),
        tag("h3", "Trích dẫn"),
        tag("ol", joined(_citation(citation, answer.text) for citation in answer.citations), class_="kb-citations"),
        class_="kb-answer",
        aria_label="Câu trả lời",
    )


def citation_link(citation: Citation) -> str:
    """The address of the quoted place."""
    return document_link(citation.document_id, citation.path, (citation.start, citation.end))


def _number(citation: Citation) -> Html:
    title = f"Mở {citation.number or citation.title or 'văn bản'}, {place(citation.path)}"
    return tag("sup", link(citation_link(citation), f"[{citation.n}]", class_="kb-cite", title=title))


def _citation(citation: Citation, said: str) -> Html:
    """Where the quotation stands; its words too, unless the answer says them already."""
    name = shortened(citation.number or citation.title or citation.source, _NAME)
    page = f", trang {citation.page}" if citation.page else ""
    head = link(citation_link(citation), tag("b", name), f" · {place(citation.path)}{page}")
    quote = None if citation.quote in said else tag("blockquote", with_cells(citation.quote), class_="kb-quoted")
    title = (
        tag("span", f" {shortened(citation.title or '', _NAME)}", class_="kb-quiet") if _adds_title(citation) else None
    )
    return tag("li", head, title, quote, value=citation.n)


def _adds_title(citation: Citation) -> bool:
    return bool(citation.number and citation.title)


def _refusal(answer: Answer, suggestions: Sequence[str]) -> Html:
    tries = [tag("li", link(href(PageName.SEARCH, q=words), words)) for words in suggestions]
    help_lines = [
        tag("li", "Hỏi bằng từ ngữ của văn bản: việc gì, ai làm, khi nào."),
        tag("li", "Gõ số, ký hiệu văn bản, ví dụ 749/QĐ-TTg."),
        tag("li", "Xem các đoạn gần nhất bên dưới, hoặc ", link(href(PageName.DOCUMENTS), "mở danh sách văn bản"), "."),
    ]
    return tag(
        "section",
        tag("h2", "Kho không có câu trả lời"),
        tag("p", answer.reason),
        tag("p", "Có thể thử:"),
        tag("ul", joined([*tries, *help_lines])),
        class_="kb-answer kb-refused",
        aria_label="Không có câu trả lời",
    )
