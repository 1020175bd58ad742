"""Files that were uploaded and wait to be seen: read in the background, shown, then accepted or thrown away."""

from kb.staging.items import Staged, StagedStatus, StagingArea
from kb.staging.worker import Worker

__all__ = ["Staged", "StagedStatus", "StagingArea", "Worker"]
