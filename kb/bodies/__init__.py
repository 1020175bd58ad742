"""Bodies of Party and State under all their names: renamed, merged and ended ones, with the day and the source.

The facts are in `kb/data/bodies.yaml`, which maintainers extend; a body that is not there is known by its own name.
"""

from kb.bodies.identity import (
    canonical,
    ended_level,
    has_merged,
    identify,
    is_renamed_province,
    names,
    province_key,
    same_body,
)
from kb.bodies.lists import begins_body, split_bodies
from kb.bodies.matching import How, UnitMatch, match_unit
from kb.bodies.spelling import bare_name, body_of_head, spelled_out
from kb.bodies.symbols import body_of_number
from kb.bodies.table import BodyName, BodyTable, EndedLevel, Entry, body_table

__all__ = [
    "BodyName",
    "BodyTable",
    "EndedLevel",
    "Entry",
    "How",
    "UnitMatch",
    "bare_name",
    "begins_body",
    "body_of_head",
    "body_of_number",
    "body_table",
    "canonical",
    "ended_level",
    "has_merged",
    "identify",
    "is_renamed_province",
    "match_unit",
    "names",
    "province_key",
    "same_body",
    "spelled_out",
    "split_bodies",
]
