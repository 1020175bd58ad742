"""Which encoder answers: that of the settings as soon as every passage has its vector, until then an earlier one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from kb.encoder import Encoder, open_encoder
from kb.index.values import PassageSource
from kb.search.answering import Answering
from kb.search.reembedding import START_AFTER_S, Reembedding, VectorKeeper
from kb.settings import Settings


class EncoderChoice:
    """Opens the encoder of the settings once, and while it lacks vectors the packaged one beside it."""

    def __init__(
        self,
        settings: Settings,
        source: PassageSource,
        open_wanted: Callable[[], Encoder],
        take_over: Callable[[Encoder], None],
    ) -> None:
        self._settings = settings
        self._source = source
        self._open_wanted = open_wanted
        self._take_over = take_over
        self._opening = threading.Lock()
        self._opened: Encoder | None = None
        self._reembedding: Reembedding | None = None

    @property
    def wanted(self) -> Encoder:
        with self._opening:
            if self._opened is None:
                self._opened = self._open_wanted()
            return self._opened

    def answering(self) -> Encoder:
        """The encoder of the settings, or the packaged one where that has embedded more of the passages."""
        wanted = self.wanted
        is_other_set = bool(self._settings.encoder)
        if not is_other_set or not isinstance(self._source, VectorKeeper):
            return wanted
        lacking = self._source.count_without_vector(wanted.name)
        if not lacking:
            return wanted
        packaged = open_encoder(replace(self._settings, encoder=""))
        return packaged if self._source.count_without_vector(packaged.name) < lacking else wanted

    def settle(self, answering: Answering) -> None:
        """Begins to embed in the background where the encoder of the settings cannot answer for every passage yet."""
        if self._is_settled(answering) or not isinstance(self._source, VectorKeeper):
            return
        with self._opening:
            if self._reembedding is None or self._reembedding.is_done:
                wanted = self._opened or answering.encoder
                self._reembedding = Reembedding(
                    self._settings.home, self._source, wanted, lambda: self._take_over(wanted), START_AFTER_S
                )
                self._reembedding.start()

    def _is_settled(self, answering: Answering) -> bool:
        return answering.encoder is self.wanted and not answering.index.bare

    def state(self, answering: Answering) -> str:
        """What a reader should know of the encoders, in Vietnamese; "" where nothing is special."""
        parts = []
        if answering.encoder is not self.wanted:
            parts.append(f"bộ mã hóa mới ({self.wanted.name}) đang nhúng lại, tạm tìm bằng {answering.encoder.name}")
        if answering.index.bare:
            parts.append(f"{len(answering.index.bare)} văn bản chưa nhúng xong, tạm chỉ tìm theo từ")
        if parts and self._reembedding is not None and self._reembedding.fault:
            parts.append(f"nhúng lại bị dừng: {self._reembedding.fault}")
        return "; ".join(parts)

    def stop(self) -> None:
        if self._reembedding is not None:
            self._reembedding.stop()
