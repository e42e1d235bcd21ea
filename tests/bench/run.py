"""Measures the ratios that the project watches, and the memory of one check. Prints figures, decides nothing.

All compare with a yardstick measured in turn with them, so that a slow machine slows both:

1. a whole process, ``checker check one.txt --format json``, against ``python -c pass``;
2. inside a warm process, ``checker.api.check`` against ``jieba.lcut`` of the same text;
3. there too, reading a page, a Word document and a PDF against the library alone (``readers.py``).

Figures are medians over repeats. Usage: ``python tests/bench/run.py [--repeats N] [--characters N]``.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BODY_LINE = 40  # a line at least this long (characters) is running text, not a heading or a signature
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.是]")
PROCESS_GOAL = 12
CHECK_GOAL = 1
MEBIBYTE = 2**20
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in, bytes


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child process ended: what it printed, wall time in seconds, peak resident memory in bytes."""

    output: bytes
    seconds: float
    peak: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure checker against fixed yardsticks.")
    parser.add_argument("--repeats", type=int, default=15, metavar="N", help="measurements of each kind (15)")
    parser.add_argument("--characters", type=int, default=7000, metavar="N", help="length of the sample (7000)")
    options = parser.parse_args()
    seed = longest_seed()
    text = lengthened(seed.read_text(encoding="utf-8"), options.characters)
    print(f"Sample: {len(text):,} characters made from {seed.relative_to(ROOT)}; medians of {options.repeats}.")
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "one.txt"
        sample.write_text(text, encoding="utf-8")
        # Child processes first: a child's peak memory includes its parent's at the fork, which is still small here.
        measure_process(sample, options.repeats)
        measure_check(sample, text, options.repeats)
        from readers import measure_readers

        measure_readers(text, Path(folder), options.repeats)


def longest_seed() -> Path:
    """Return the longest plain text among the sample documents."""
    seeds = sorted((ROOT / "seeds").rglob("*.txt"))
    if not seeds:
        sys.exit("seeds/ holds no *.txt to make a sample from")
    return max(seeds, key=lambda path: path.stat().st_size)


def lengthened(text: str, characters: int) -> str:
    """Return *text* brought to exactly *characters* by repeating or cutting running text; headings stay as they are."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    # A line that begins with a number would repeat that number, which is a finding.
    body = [i for i, line in enumerate(lines) if len(line) >= BODY_LINE and not NUMBERED.match(line)]
    if not body:
        sys.exit("the sample document has no running text to repeat")
    grown = list(lines)
    wanting = characters - len("\n".join(lines)) - 1
    turn = 0
    while wanting > 0:
        place = body[turn % len(body)]
        addition = lines[place][:wanting]
        grown[place] += addition
        wanting -= len(addition)
        turn += 1
    return ("\n".join(grown) + "\n")[:characters]


def measure_process(sample: Path, repeats: int) -> None:
    """Print how long a whole run takes, in bare interpreter starts, and how much memory it holds at most."""
    bare = [sys.executable, "-c", "pass"]
    whole = [str(Path(sys.executable).with_name("checker")), "check", sample.name, "--format", "json"]
    first = child(whole, sample.parent)
    verdict = json.loads(first.output)["verdict"]["code"]
    pairs = [(child(bare, sample.parent), child(whole, sample.parent)) for _ in range(repeats)]
    start = median(yardstick.seconds for yardstick, _ in pairs)
    check = median(run.seconds for _, run in pairs)
    memory = max(run.peak for _, run in pairs) / MEBIBYTE
    print(f"\n1. Whole process: checker check one.txt --format json (verdict: {verdict})")
    print(f"   python -c pass  {milliseconds(start)}")
    print(f"   checker check   {milliseconds(check)}     with an empty cache: {milliseconds(first.seconds).strip()}")
    print(f"   ratio           {check / start:8.2f}     goal: at most {PROCESS_GOAL}")
    print(f"   peak memory     {memory:8.1f} MiB")


def measure_check(sample: Path, text: str, repeats: int) -> None:
    """Print how long a check takes in a warm process, in tokenisations of the same text."""
    import jieba

    from checker.api import check, load_pack
    from checker.reading import read_path

    jieba.setLogLevel("ERROR")
    pack = load_pack()
    pairs: list[tuple[float, float]] = []
    for turn in range(repeats + 1):
        # Every text differs in its last line, so that nothing kept from the one before can be of use.
        fresh = f"{text}{turn}\n"
        sample.write_text(fresh, encoding="utf-8")
        document = read_path(sample)
        pairs.append((timed(jieba.lcut, fresh), timed(check, document, pack)))
    tokens = median(first for first, _ in pairs[1:])  # the first turn loads dictionaries and compiles patterns
    checks = median(second for _, second in pairs[1:])
    print("\n2. Warm process: checker.api.check(document, pack)")
    print(f"   jieba.lcut      {milliseconds(tokens)}")
    print(f"   check           {milliseconds(checks)}     first: {milliseconds(pairs[0][1]).strip()}")
    print(f"   ratio           {checks / tokens:8.2f}     goal: below {CHECK_GOAL}")


def child(command: list[str], folder: Path) -> Ended:
    """Run *command* in *folder*, where its cache is too, to its end. Exits where it ends as no checker run may end."""
    # An installed program has its bytecode; so must this one, whatever the environment says.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["XDG_CACHE_HOME"] = str(folder / "cache")
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Ended(output, seconds, usage.ru_maxrss * RSS_UNIT)


def timed(function: Callable[..., object], *arguments: object) -> float:
    """Return the seconds that one call takes."""
    began = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - began


def milliseconds(seconds: float) -> str:
    """Return *seconds* as aligned milliseconds."""
    return f"{seconds * 1000:8.1f} ms"


if __name__ == "__main__":
    main()
