"""Taking files into the catalogue: what is new is read, embedded and stored, one transaction a document."""

from kb.intake.files import Reader
from kb.intake.intake import Intake, IntakeProgress

__all__ = ["Intake", "IntakeProgress", "Reader"]
