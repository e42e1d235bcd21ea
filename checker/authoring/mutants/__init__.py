"""Ways to break a good report, by kind of check: the explicit list.

A mutator takes a good document and a rule and yields documents in which what the rule asks for is broken once, and
nothing else. A kind that is not listed has none, and is told so: it is never counted as tested.
"""

from __future__ import annotations

from checker.authoring.mutants import (
    amounts,
    content,
    figures,
    inserted,
    marks,
    numbers,
    setting,
    slips,
    tables,
    words,
    years,
)
from checker.authoring.mutants.base import NOTICED, Good, Mutant, Mutator, good_of
from checker.frozen import dataclass

__all__ = ["MUTATORS", "NOTICED", "Good", "Mutant", "Mutator", "Way", "good_of"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to break a requirement. *anywhere*: also where the rule had nothing to say of the good document."""

    make: Mutator
    anywhere: bool = False


_PUT_IN = Way(inserted.inserted, anywhere=True)

MUTATORS: dict[str, tuple[Way, ...]] = {
    "content": (Way(content.removed), Way(content.emptied), Way(content.unsaid)),
    "title": (Way(years.parts),),
    "years": (Way(years.stated),),
    "target_year": (Way(years.plan_year),),
    "date_limit": (Way(years.moved),),
    "forbidden": (_PUT_IN,),
    "required": (Way(words.unsaid), Way(words.misplaced)),
    "coverage": (Way(words.topics), Way(words.retold)),
    "expected": (Way(words.mentions),),
    "facts": (Way(words.unsaid), Way(words.fewer), Way(words.slogans)),
    "terms": (Way(slips.miswritten), _PUT_IN),
    "norm_names": (Way(slips.confused), _PUT_IN),
    "superseded": (_PUT_IN,),
    "anachronism": (_PUT_IN,),
    "arithmetic": (Way(figures.changed), _PUT_IN),
    "manual": (Way(slips.refused, anywhere=True),),
    "response": (Way(words.unanswered),),
    "similarity": (Way(amounts.copied, anywhere=True),),
    "balance": (Way(amounts.shortened), Way(amounts.without_figures)),
    "numbering": (Way(numbers.miscounted), Way(numbers.inverted), Way(numbers.misformed)),
    "pairs": (Way(marks.unclosed), _PUT_IN),
    "doubled_marks": (Way(marks.doubled),),
    "width": (Way(marks.narrowed),),
    "paragraph_end": (Way(marks.unended),),
    "date_form": (Way(years.misdated),),
    "attachments": (_PUT_IN,),
    "other_place": (Way(inserted.peers_named, anywhere=True),),
    "personal_data": (_PUT_IN,),
    "table_equations": (Way(tables.unbalanced), Way(tables.worded)),
    "table_shape": (Way(tables.renamed), Way(tables.worded)),
    "layout": (Way(setting.reset), Way(setting.gone)),
}
