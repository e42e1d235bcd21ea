"""Measures both ways of ranking on labelled pairs, and whether meaning could decide. Prints figures, decides nothing.

1. ``answers.yaml``: shortcomings and plans. Is the measure that is ranked first one that answers the shortcoming? How
   often does the shipped rule accuse a shortcoming that is answered, and one whose answer was taken out of the plan?
   What would change if a likeness of meaning above some threshold acquitted?
2. ``headings.yaml``: is the heading that is shown for a missing part the one that holds it?

The meaning part needs the extra ``semantic``. Usage: ``python tests/bench/answers.py [--verbose]``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checker.api import load_pack
from checker.checks import content, response
from checker.engine import analyse, run_rule
from checker.matching.meaning import installed
from checker.matching.ranking import BY_TOKENS, Ranker, Semantic
from checker.model import Role, State
from checker.reading import read_bytes
from checker.rule import Pack
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section

FOLDER = Path(__file__).parent
NUMBERS = "一二三四五六七八九十"
TITLE = "青禾县2025年法治政府建设情况报告\n"
RULE = "FZ-NEXT-01"
THRESHOLDS = (0.88, 0.89, 0.90, 0.91, 0.92)


@dataclass(frozen=True, slots=True)
class Trial:
    """One shortcoming held against one plan: is it answered there, does the rule accuse, how near is the nearest."""

    text: str
    answered: bool
    accused: bool
    first_is_right: bool
    shown: str
    likeness: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure ranking by words and by meaning.")
    parser.add_argument("--verbose", action="store_true", help="show each shortcoming whose answer is not ranked first")
    verbose = parser.parse_args().verbose
    pack = load_pack()
    rankers = {"words": BY_TOKENS}
    if installed():
        rankers["meaning"] = Ranker(Semantic.ON)
    for name, ranker in rankers.items():
        trials = list(answers(pack, ranker))
        tell_answers(name, trials, verbose=verbose)
        if name == "meaning":
            tell_thresholds(trials)
        right, shown, count = headings(pack, ranker)
        print(f"  headings: {count} parts under unknown names; shown {shown}, right {right}")


def answers(pack: Pack, ranker: Ranker) -> list[Trial]:
    """Try every shortcoming against its plan, and every answered one against the plan without its answers."""
    trials: list[Trial] = []
    for case in yaml.safe_load((FOLDER / "answers.yaml").read_text(encoding="utf-8")):
        for each in case["shortcomings"]:
            right = {case["plan"][number - 1] for number in each["answers"]}
            if right:
                trials.append(trial(pack, ranker, each["text"], case["plan"], right))
            trials.append(trial(pack, ranker, each["text"], [one for one in case["plan"] if one not in right], set()))
    return trials


def trial(pack: Pack, ranker: Ranker, shortcoming: str, plan: Sequence[str], right: set[str]) -> Trial:
    """Hold one shortcoming against one plan, in a report that says nothing else."""
    words = shortcoming.partition("是" if shortcoming[1] == "是" else "）")[2]
    listed = "".join(f"{NUMBERS[place]}是{measure}" for place, measure in enumerate(plan))
    found = analysed(f"{TITLE}一、存在的不足\n一是{words}\n二、2026年主要安排\n{listed}\n", pack, ranker)
    rule = pack.rule(RULE)
    places = {name: find_section(found, pack.template.section(rule.parameters[name])).places for name in PARTS}
    plan_spans = [response._extent(found, place) for place in places["measures"]]
    (item,) = response.items(found, places["shortcomings"], plan_spans)
    comparison = response._Comparison(found, rule.parameters, plan_spans, item.span)
    best = comparison.ranked([item], acts=True).best(0)
    shown = "" if best is None else found.as_written(comparison.measures[best[0]])
    accused = run_rule(rule, found, pack).state is not State.PASS
    return Trial(words, bool(right), accused, shown in right, shown, 0.0 if best is None else best[1].score)


PARTS = ("shortcomings", "measures")


def analysed(told: str, pack: Pack, ranker: Ranker) -> Analysis:
    """Return the analysis of *told*."""
    return analyse(read_bytes(told.encode(), "bench.txt"), pack.template, ranker=ranker)


def tell_answers(name: str, trials: Sequence[Trial], *, verbose: bool) -> None:
    """Print how often the first is right, and what the rule says."""
    true, false = [each for each in trials if each.answered], [each for each in trials if not each.answered]
    wrong = [each for each in true if each.accused]
    print(f"By {name}:")
    print(f"  answered {len(true)}: ranked first {sum(each.first_is_right for each in true)}")
    print(f"  answered, yet accused {len(wrong)}: its answer is the one shown {sum(e.first_is_right for e in wrong)}")
    print(f"  not answered {len(false)}: accused {sum(each.accused for each in false)}")
    if verbose:
        for each in true:
            if not each.first_is_right:
                print(f"    {each.text} → {each.shown}")


def tell_thresholds(trials: Sequence[Trial]) -> None:
    """Print what would happen if a likeness above a threshold acquitted."""
    accused = [each for each in trials if each.accused]
    for threshold in THRESHOLDS:
        saved = sum(each.answered and each.likeness >= threshold for each in accused)
        lost = sum(not each.answered and each.likeness >= threshold for each in accused)
        print(f"  acquitted from {threshold:.2f}: {saved} rightly, {lost} wrongly")


def headings(pack: Pack, ranker: Ranker) -> tuple[int, int, int]:
    """Return how often the heading that is shown for a missing part holds it, is shown at all, and was asked."""
    right = shown = count = 0
    for case in yaml.safe_load((FOLDER / "headings.yaml").read_text(encoding="utf-8")):
        told = TITLE + "".join(f"{title}\n" for title in case["headings"])
        near = near_misses(analysed(told, pack, ranker), pack, case["section"])
        count += 1
        shown += bool(near)
        right += near == [case["headings"][case["holds"] - 1]]
    return right, shown, count


def near_misses(found: Analysis, pack: Pack, section: str) -> list[str]:
    """Return what is shown for a *section* that is missing."""
    evidence: Any = content._near_misses(found, pack.template.section(section))[0]
    return [item.quote for item in evidence if item.role is Role.NEAR_MISS]


if __name__ == "__main__":
    main()
