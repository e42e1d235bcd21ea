"""Balance: how long a part is beside the whole, and how many figures the report gives.

Parameters:
    section: the part that is measured.
    account: the part whose figures are counted.
    share: the share of the report's characters below which the part is called short, 0 to 1.
    figures: how many figures in a thousand characters of the account are called few.

Passes:  share 0.03: 不足 420字 of 6000
Fails:   share 0.03: 不足 60字 of 6000
No norm sets such figures: rules of this kind are for information, and say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.quantities import figures_in
from checker.structure.region import Region, sections_region
from checker.texts import text

KIND = "balance"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "section": {"type": "string", "x-refers-to": "section"},
        "account": {"type": "string", "x-refers-to": "section"},
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "figures": {"type": "number", "minimum": 0},
    },
    "required": ["section", "account", "share", "figures"],
    "additionalProperties": False,
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Measure the part and count the figures."""
    parameters = rule.parameters
    part = analysis.template.section(parameters["section"])
    measured = sections_region(analysis, [part.id])
    account = sections_region(analysis, [parameters["account"]])
    if not measured or not account:
        absent = part.name if not measured else analysis.template.section(parameters["account"]).name
        return Result(State.NOT_APPLICABLE, text("balance.nothing", section=absent), text("balance.why"))
    part_told, account_told = _told(analysis, measured), _told(analysis, account)
    length = len(part_told)
    share = length / (len(analysis.text) - analysis.text.count("\n"))
    density = 1000 * figures_in(account_told) / max(len(account_told), 1)
    values = {"section": part.name, "length": length, "share": f"{share:.1%}", "density": f"{density:.1f}"}
    if share < parameters["share"]:
        first, last = measured.units[0], measured.units[-1]
        evidence = (analysis.evidence(Span(first.start, last.end)),)
        return Result(State.PARTIAL, text("balance.short", **values), text("balance.why"), evidence)
    if density < parameters["figures"]:
        return Result(State.PARTIAL, text("balance.few_figures", **values), text("balance.why"))
    return Result(State.PASS, text("balance.measured", **values), text("balance.why"))


def _told(analysis: Analysis, region: Region) -> str:
    """Return what a part says, without its headings and line ends."""
    units = (unit for unit in region.units if not unit.is_title)
    return "".join(analysis.text[unit.start : unit.end].strip("\n") for unit in units)
