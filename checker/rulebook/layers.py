"""A pack with all it stands on, as read: the packs it extends, the templates that its template extends.

Nothing is validated here. Whatever leads nowhere (a base that does not exist, a circle) becomes a *trouble*, which
``compile`` turns into a problem at the key that is to blame.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import Problem, UsageError
from checker.frozen import dataclass
from checker.regex import regex
from checker.rulebook import locate
from checker.rulebook.home import Folder, Home, SourceFile, shown, written
from checker.rulebook.limits import MAX_CHAIN
from checker.texts import Text, text

_EXTENDS = regex(r"([^<>=]*[^<>=\s])(?: *>= *([0-9.]+))?")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a key of a pack or template leads nowhere."""

    code: str
    message: Text
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class TemplateLayer:
    """One template as read; *extends* is the id of the one below it."""

    id: str
    where: str
    files: tuple[SourceFile, ...]
    extends: str | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """One pack as read.

    *files* and *problems* are those of the pack and of its own templates. *templates* are its own, the lowest first,
    without those that belong to *base*; *template* is the id of the one in effect. *extends* is what is written,
    *wanted* the lowest version of *base* that will do. *digest* is the SHA-256 of all that the pack and
    everything below it say.
    """

    home: Home
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    digest: str
    extends: str | None = None
    wanted: str | None = None
    base: Layer | None = None
    trouble: Trouble | None = None
    template: str | None = None
    templates: tuple[TemplateLayer, ...] = ()
    template_trouble: Trouble | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be wrong with the pack or what it stands on."""
        troubles = (self.trouble, self.template_trouble, *(each.trouble for each in self.templates))
        return not self.problems and not any(troubles) and (self.base is None or self.base.whole)

    def chain(self) -> list[Layer]:
        """Return the packs from the lowest to this one."""
        return [*([] if self.base is None else self.base.chain()), self]


def gather(home: Home, above: tuple[Home, ...] = ()) -> Layer:
    """Read the pack at *home* and everything below it. *above* are the packs that led here."""
    files, problems = home.read()
    named = written(files[:1], "extends")
    extends, wanted = _parts(named)
    base, trouble = (None, None) if extends is None else _base(home, extends, above)
    template_id = written(files[:1], "template")
    templates, template_trouble, more = _templates(home, template_id, base)
    return Layer(
        home=home,
        files=tuple(files),
        problems=(*problems, *more),
        digest=_digest(files, templates, base),
        extends=named,
        wanted=wanted,
        base=base,
        trouble=trouble,
        template=template_id or (None if base is None else base.template),
        templates=templates,
        template_trouble=template_trouble,
    )


def _parts(named: str | None) -> tuple[str | None, str | None]:
    """Return the pack and the version that ``extends`` asks for; no pack where it is not written as it must be."""
    parts = _EXTENDS.fullmatch(named or "")
    return (None, None) if parts is None else (parts[1], parts[2])


def _base(home: Home, name: str, above: tuple[Home, ...]) -> tuple[Layer | None, Trouble | None]:
    try:
        below = _below(home, name)
    except UsageError as error:
        message = error.message if error.where is None else text("rulebook.at", where=error.where, what=error.message)
        return None, Trouble("unknown-pack", message, error.hint)
    trail = (*above, home)
    if len(trail) > MAX_CHAIN:
        return None, Trouble("extends-too-deep", text("rulebook.extends-too-deep", limit=MAX_CHAIN))
    identities = [each.path.resolve() for each in trail]
    if below.path.resolve() in identities:
        circle = [*trail[identities.index(below.path.resolve()) :], below]
        names = " → ".join(shown(each.path) for each in circle)
        return None, Trouble("extends-circle", text("rulebook.extends-circle", names=names))
    return gather(below, trail), None


def _below(home: Home, name: str) -> Home:
    """Return the pack that *home* extends. An archive may come from elsewhere: it names packs, never paths."""
    lies_open = isinstance(home, Folder)
    if locate.is_name(name):
        return locate.pack_home(name, first=[home.path.absolute().parent] if lies_open else [])
    if not lies_open:
        raise UsageError(text("rulebook.zip-extends-path", name=name))
    return locate.pack_home(home.path / Path(name.replace("\\", "/")).expanduser())


def _templates(
    home: Home, wanted: str | None, base: Layer | None
) -> tuple[tuple[TemplateLayer, ...], Trouble | None, list[Problem]]:
    """Return the pack's own templates, the lowest first, and what is wrong with the name of the first."""
    below = [] if base is None else base.chain()
    inherited = {layer.template for layer in below} | {each.id for layer in below for each in layer.templates}
    homes = [home, *(layer.home for layer in reversed(below))]
    layers: list[TemplateLayer] = []
    problems: list[Problem] = []
    missing: Trouble | None = None
    while wanted is not None and locate.is_name(wanted) and wanted not in inherited:
        lies = locate.template_of(homes, wanted)
        if lies is not None and not any(lies[1]):
            lies = None  # a folder without files
        circle = [layer.id for layer in layers]
        if wanted in circle:
            missing = Trouble("extends-circle", text("rulebook.extends-circle", names=" → ".join([*circle, wanted])))
        elif lies is None:
            hint = text("rulebook.no-template.hint", name=wanted)
            missing = Trouble("unknown-template", text("rulebook.no-template", name=wanted), hint)
        if missing is not None or lies is None:
            break
        where, (files, found) = lies
        problems += found
        layers.append(TemplateLayer(wanted, where, tuple(files), written(files, "extends")))
        wanted = layers[-1].extends
    if missing is None and base is not None and layers and layers[-1].extends is None:
        missing = Trouble("foreign-template", text("rulebook.foreign-template", name=base.template))
    if missing is not None and layers and layers[-1].extends is not None:
        last = layers[-1]
        layers[-1] = TemplateLayer(last.id, last.where, last.files, last.extends, missing)
        missing = None
    return tuple(reversed(layers)), missing, problems


def _digest(files: Sequence[SourceFile], templates: Sequence[TemplateLayer], base: Layer | None) -> str:
    """Return the SHA-256 of what a pack says, whatever the machine, folder, archive or line endings."""
    whole = hashlib.sha256()
    for line in _digested(files, templates, base):
        whole.update(f"{line}\n".encode())
    return whole.hexdigest()


def _digested(files: Sequence[SourceFile], templates: Sequence[TemplateLayer], base: Layer | None) -> Iterator[str]:
    if base is not None:
        yield f"base {base.digest}"
    for part, listed in [("pack", files), *((f"template/{each.id}", each.files) for each in templates)]:
        for file in sorted(listed, key=lambda each: each.name):
            content = file.data.removeprefix(b"\xef\xbb\xbf")
            content = content.replace(b"\r\n", b"\n") if b"\r" in content else content
            yield f"{part}/{file.name} {hashlib.sha256(content).hexdigest()}"
