"""From a national decision down to the local task, and back: derivations with their evidence."""

from kb.trace.below import CarriedOut
from kb.trace.coverage import Coverage, CoveredTask
from kb.trace.drift import Changed, Drift, Stated
from kb.trace.impact import Impact
from kb.trace.status import Change
from kb.trace.tracer import Tracer
from kb.trace.words import REASONS, RELATIONS, called

__all__ = [
    "REASONS",
    "RELATIONS",
    "CarriedOut",
    "Change",
    "Changed",
    "Coverage",
    "CoveredTask",
    "Drift",
    "Impact",
    "Stated",
    "Tracer",
    "called",
]
