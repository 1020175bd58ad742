"""A knowledge base of Vietnamese policy documents. `KnowledgeBase` is the door to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

# Haystack reports its use to its makers unless this is set before it is imported; nothing leaves the machine here.
os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "false"

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase as KnowledgeBase
    from kb.settings import Settings as Settings

__all__ = ["KnowledgeBase", "Settings"]


def __getattr__(name: str) -> object:
    """Imports the facade when it is first asked for, so that `import kb.text` stays light."""
    if name == "KnowledgeBase":
        from kb.knowledge_base import KnowledgeBase

        return KnowledgeBase
    if name == "Settings":
        from kb.settings import Settings

        return Settings
    raise AttributeError(name)
