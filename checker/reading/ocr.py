"""Text in pictures of pages, recognised by the models that the extra ``ocr`` brings along.

The models lie inside the installed package and are named to it one by one, so that nothing is fetched. They are loaded
at the first page: two seconds, then some seconds a page. What they are not sure of is kept and marked, not dropped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.reading.limits import OCR_SECONDS
from checker.texts import text

SIDE = 2000
"""Pixels of a page's longer side: some 170 an inch of A4, and no more than the models look at."""

_MODULES = ("rapidocr", "onnxruntime")
_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx", "Cls": "*_cls_*.onnx"}


class Ocr(StrEnum):
    """Whether pictures of pages are recognised."""

    OFF = "off"
    AUTO = "auto"  # where the extra is installed
    ON = "on"  # without the extra that is an error


class OcrError(CheckerError):
    """What recognises text is not installed, or cannot be used on this machine."""

    code = "ocr"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that was recognised, with its box in pixels from the upper left; *confidence* is 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


def installed() -> bool:
    """Return whether the extra is installed; loads nothing."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in _MODULES)


def seconds(asked: Ocr) -> float:
    """Return how long recognising may take where it is *asked* for so, 0 for not at all.

    Raises OcrError where it must be there and is not.
    """
    if asked is Ocr.ON and not installed():
        raise OcrError(text("ocr.missing"), hint=text("ocr.install"))
    return 0.0 if asked is Ocr.OFF else OCR_SECONDS


def recognise(picture: Any) -> list[Line]:
    """Return the lines in *picture*, an array of rows of pixels of three bytes. Raises OcrError."""
    try:
        found = _engine()(picture)
    except Exception as error:  # whatever goes wrong in there, the page is then unread
        raise OcrError(text("ocr.unusable", reason=f"{type(error).__name__}: {error}")) from error
    if found.txts is None:
        return []
    return [
        _line(box, words, float(score))
        for box, words, score in zip(found.boxes, found.txts, found.scores, strict=True)
        if words.strip()
    ]


def _line(box: Sequence[Sequence[float]], words: str, score: float) -> Line:
    across, down = [float(point[0]) for point in box], [float(point[1]) for point in box]
    return Line(words.strip(), min(across), min(down), max(across), max(down), score if math.isfinite(score) else 0.0)


@lru_cache(maxsize=1)
def _engine() -> Any:
    """Return what recognises, loaded once. Raises OcrError where a model is missing, which it would fetch itself."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    parameters: dict[str, object] = {"Global.log_level": "critical", "Global.text_score": 0.0}
    for task, pattern in _MODELS.items():
        models = sorted(folder.glob(pattern))
        if not models:
            raise OcrError(text("ocr.no_model", name=pattern))
        parameters[f"{task}.model_path"] = str(models[-1])
    return rapidocr.RapidOCR(params=parameters)
