"""One question to an OpenAI-compatible address (Ollama, vLLM, llama.cpp …) through Haystack's generator."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from kb.errors import ModelFault
from kb.settings import Settings

# Tokens of a reply: five sentences with their quotations.
MOST_TOKENS = 1500
# What is said where the address wants no key; the client refuses to run without one.
NO_KEY = "none"
# Times the waiting limit that a reply may take as a whole: the limit itself is for each wait on the network.
WHOLE_TIMES = 1.5


class ChatModel:
    """The model that the settings name. Nothing is imported or connected before the first reply."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def is_set(self) -> bool:
        return bool(self._settings.llm_url)

    def reply(self, system: str, user: str) -> str:
        """The text of the reply. Raises ModelFault when there is none in time, or nothing that can be read."""
        return _within(self._settings.llm_timeout * WHOLE_TIMES, lambda: self._ask(system, user))

    def _ask(self, system: str, user: str) -> str:
        from haystack.components.generators.chat import OpenAIChatGenerator
        from haystack.dataclasses import ChatMessage
        from haystack.utils import Secret

        generator = OpenAIChatGenerator(
            api_key=Secret.from_token(self._settings.llm_api_key or NO_KEY),
            model=self._settings.llm_model or "default",
            api_base_url=self._settings.llm_url,
            timeout=self._settings.llm_timeout,
            max_retries=0,
            generation_kwargs={"temperature": 0, "max_tokens": MOST_TOKENS},
        )
        replies = generator.run([ChatMessage.from_system(system), ChatMessage.from_user(user)])["replies"]
        text = replies[0].text if replies else None
        if not text:
            raise ModelFault("mô hình ngôn ngữ trả lời rỗng")
        return str(text)


def _within(seconds: float, call: Callable[[], str]) -> str:
    """The result of `call`, given up after so many seconds: a server that sends a byte now and then never times out."""
    results: list[str] = []
    faults: list[Exception] = []

    def run() -> None:
        try:
            results.append(call())
        except Exception as error:  # noqa: BLE001 - a foreign server may send anything, and the client then raises anything
            faults.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if results:
        return results[0]
    fault = faults[0] if faults else None
    if isinstance(fault, ModelFault):
        raise fault
    said = f"{type(fault).__name__}: {fault}" if fault else f"không trả lời trong {seconds:.0f} giây"
    raise ModelFault(
        f"mô hình ngôn ngữ không dùng được ({said[:200]})", remedy="kiểm tra KB_LLM_URL, KB_LLM_MODEL, KB_LLM_API_KEY"
    ) from fault
