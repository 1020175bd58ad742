"""The knowledge base: one door to everything that the command and the app do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from kb.catalogue import Catalogue, WatchedCatalogue
from kb.errors import AmbiguousName, KbError, NotFound
from kb.intake import Intake, IntakeProgress, Reader
from kb.intake.files import removed_original
from kb.model import (
    AddOutcome,
    Answer,
    Correction,
    Decision,
    DocumentSummary,
    Filters,
    HealthCheck,
    Linked,
    MissingDocument,
    NodeRef,
    Parsed,
    RegistryEntry,
    SearchResult,
    StoredDocument,
    Task,
    Trace,
)
from kb.number import number_key
from kb.settings import Settings
from kb.standing import Standings
from kb.tasks import RegisteredTask, TaskFilter, register

if TYPE_CHECKING:
    from kb.answer import Answerer
    from kb.encoder import Encoder
    from kb.search import Searcher
    from kb.trace import Coverage, Drift, Impact, Tracer


def installed_reader() -> Reader:
    """The reader that the installed package declares (`kb.reader` in pyproject.toml)."""
    found = entry_points(group="kb.reader")
    if not found:
        raise KbError("bản cài đặt thiếu phần đọc văn bản", remedy="cài lại: pip install -e .")
    reader: Reader = next(iter(found)).load()
    return reader


class KnowledgeBase:
    """Opens its parts when they are first used. One instance serves many threads.

    `progress` is told of long work: the encoder or the index built for the first time, files read and embedded.
    """

    def __init__(
        self, settings: Settings, reader: Reader | None = None, progress: IntakeProgress | None = None
    ) -> None:
        self.settings = settings
        self._reader = reader
        self._progress = progress

    @cached_property
    def catalogue(self) -> Catalogue:
        report = self._progress
        if report is None:
            return Catalogue(self.settings.catalogue_url)
        folder = str(self.settings.home)
        return WatchedCatalogue(self.settings.catalogue_url, lambda done, total: report(folder, done, total, "đoạn"))

    @cached_property
    def reader(self) -> Reader:
        return self._reader or installed_reader()

    @cached_property
    def encoder(self) -> Encoder:
        from kb.encoder import open_encoder

        report = self._progress
        folder = str(self.settings.home)
        return open_encoder(self.settings, report and (lambda done, total, unit: report(folder, done, total, unit)))

    @cached_property
    def intake(self) -> Intake:
        return Intake(self.settings, self.catalogue, self.reader, lambda: self.encoder)

    @cached_property
    def searcher(self) -> Searcher:
        from kb.search import Searcher

        return Searcher(self.settings, self.catalogue, lambda: self.encoder, Standings(self.catalogue, self.tracer))

    @cached_property
    def answerer(self) -> Answerer:
        from kb.answer import Answerer

        return Answerer(self.settings, self.catalogue, self.searcher)

    @cached_property
    def tracer(self) -> Tracer:
        from kb.trace import Tracer

        return Tracer(self.catalogue)

    def add(self, paths: Sequence[Path]) -> Iterator[AddOutcome]:
        """Reads files and folders into the catalogue; see Intake.add."""
        return self.intake.add(paths, self._progress)

    def sync(self) -> Iterator[AddOutcome]:
        """Makes the catalogue equal to the corpus folder."""
        return self.intake.sync(self._progress)

    def reread(self, names: Sequence[str] = ()) -> Iterator[AddOutcome]:
        """Reads documents again with the present reading program; without names, those that an older one read.

        Raises NotFound or AmbiguousName.
        """
        ids = [self.find(name).id for name in names] or self.catalogue.read_by_others(self.reader.edition)
        return self.intake.reread(ids, self._progress)

    def parse(self, path: Path) -> Parsed:
        """Reads a file without storing it."""
        return self.reader(path, self.settings)

    def search(self, query: str, filters: Filters | None = None, limit: int = 10) -> SearchResult:
        return self.searcher.search(query, filters or Filters(), limit)

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        return self.answerer.ask(question, filters or Filters())

    def node(self, reference: str) -> NodeRef:
        """The document, provision or task that "ID#path" names: by id, number or file; by path or its last step.

        A document that is not held is named by its id or number in the registry. Raises NotFound or AmbiguousName.
        """
        name, _, path = reference.partition("#")
        try:
            document_id = self.find(name).id
        except NotFound:
            return NodeRef(self._registered(name), path or None)
        return NodeRef(document_id, self._full_path(document_id, path) if path else None)

    def _registered(self, name: str) -> str:
        key = number_key(name)
        found = [entry.id for entry in self.registry() if entry.id == name or (key and number_key(entry.number) == key)]
        if len(found) > 1:
            raise AmbiguousName(f"nhiều văn bản cùng tên “{name}”: {'; '.join(found)}", remedy="dùng mã văn bản")
        return found[0] if found else name

    def _full_path(self, document_id: str, path: str) -> str:
        paths = [provision.path for provision in self.catalogue.provisions(document_id)]
        paths += [task.where for _, task in self.catalogue.tasks((document_id,))]
        if path in paths:
            return path
        ending = list(dict.fromkeys(known for known in paths if known.endswith(f"/{path}")))
        if len(ending) > 1:
            raise AmbiguousName(f"nhiều mục “{path}”: {'; '.join(ending)}", remedy="ghi cả đường dẫn")
        return ending[0] if ending else path

    def trace(self, reference: str) -> Trace:
        """Where this comes from and what carries it out. Raises NotFound."""
        return self.tracer.trace(self.node(reference))

    def missing(self) -> tuple[MissingDocument, ...]:
        """Documents that are cited and not held, those that most rests on first."""
        return self.tracer.missing()

    def coverage(self, reference: str, locality: str | None = None) -> Coverage:
        """Which tasks of a document addressed to provinces have a local task, and which local tasks rest on nothing."""
        return self.tracer.coverage(self.node(reference).document_id, locality)

    def drift(self, reference: str) -> tuple[Drift, ...]:
        """The same indicator with another value or year in the documents that carry this one out."""
        return self.tracer.drift(self.node(reference).document_id)

    def impact(self, reference: str) -> Impact:
        """What has become of a document, and everything that rests on it."""
        return self.tracer.impact(self.node(reference).document_id)

    def tasks(self, wanted: TaskFilter | None = None) -> tuple[RegisteredTask, ...]:
        """The register of tasks."""
        by_document: dict[str, list[Task]] = {}
        for document_id, task in self.catalogue.tasks():
            by_document.setdefault(document_id, []).append(task)
        return register(((item, by_document.get(item.id, [])) for item in self.documents()), wanted)

    def decide(self, decision: Decision) -> None:
        """Keeps what a person said of a derivation."""
        with self.catalogue.writing() as writer:
            writer.add_decision(decision)

    def documents(self) -> tuple[DocumentSummary, ...]:
        return self.catalogue.summaries()

    def find(self, name: str) -> DocumentSummary:
        """The held document of that id (or its beginning), number or file. Raises NotFound or AmbiguousName."""
        found = self.catalogue.find(name, number_key(name)) if name.strip() else ()
        if not found:
            raise NotFound(f"kho không có văn bản “{name}”", remedy="xem danh sách bằng `kb show`")
        if len(found) > 1:
            names = "; ".join(f"{item.id} ({item.number}, {item.issuer}, {item.issued_on})" for item in found)
            raise AmbiguousName(f"nhiều văn bản cùng tên “{name}”: {names}", remedy="dùng mã văn bản")
        return found[0]

    def document(self, name: str) -> StoredDocument:
        """A held document with its layers. Raises NotFound or AmbiguousName."""
        stored = self.catalogue.stored(self.find(name).id)
        if stored is None:
            raise NotFound(f"văn bản “{name}” vừa bị bỏ khỏi kho")
        return stored

    def citing(self, document_id: str) -> tuple[tuple[DocumentSummary, Linked], ...]:
        """Who cites a held document: (citing document, reference), newest document first."""
        ids = [citing for citing in self.catalogue.documents_citing(document_id) if citing != document_id]
        return tuple(
            (summary, linked)
            for summary in self.catalogue.summaries(ids)
            for linked in self.catalogue.references(summary.id)
            if linked.resolution and document_id in linked.resolution.targets
        )

    def original(self, name: str) -> Path:
        """The file of a document as it was received. Raises NotFound when it is not kept."""
        path = self.intake.original(self.find(name))
        if not path.is_file():
            raise NotFound("không còn tệp gốc của văn bản này", where=str(path), remedy="thêm lại tệp bằng `kb add`")
        return path

    def remove(self, name: str) -> DocumentSummary:
        """Takes a document out of the catalogue; its file stays among the originals, so it can be put back."""
        summary = self.find(name)
        self.intake.remove(summary.id)
        return summary

    def removed(self) -> tuple[tuple[str, str, str | None, str | None], ...]:
        """(sha256, source, number, title) of documents taken out, newest first."""
        return self.catalogue.removed()

    def put_back(self, sha256: str) -> AddOutcome:
        """Takes a removed document in again. Raises NotFound when its file is not kept."""
        source = next((item[1] for item in self.removed() if item[0] == sha256), None)
        if source is None:
            raise NotFound("văn bản này không nằm trong số đã bỏ")
        return self.intake.put_back(removed_original(self.settings.home, sha256, [source]), source)

    def version(self) -> int:
        """Raised by every change; what was computed at an older version may be out of date."""
        return self.catalogue.version()

    def registry(self) -> tuple[RegistryEntry, ...]:
        return self.catalogue.registry()

    def correct(self, name: str, correction: Correction) -> None:
        self.intake.correct(self.document(name).document, correction)

    def health(self) -> tuple[HealthCheck, ...]:
        """One check of each part, with the remedy where one is ill; itself never fails."""
        from kb.health import check_health

        try:
            encoder_name = self.encoder.name
        except KbError:
            encoder_name = None
        return tuple(check_health(self.settings, encoder_name, self.reader.edition))

    def close(self) -> None:
        self.catalogue.close()
