"""From a national decision down to the local task, and back: derivations with their evidence."""

from kb.trace.tracer import Tracer
from kb.trace.words import REASONS, RELATIONS, called

__all__ = ["REASONS", "RELATIONS", "Tracer", "called"]
