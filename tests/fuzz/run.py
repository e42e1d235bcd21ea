"""Fuzzing of the readers: ``python tests/fuzz/run.py --minutes 60`` (or ``make fuzz``).

Every input must give a document or a ReadError, within seconds and without the process dying. Inputs are mutations of
small files of each format: bytes are changed, and for packed formats also the parts inside, repacked, because damage
to the packing itself hides everything behind it. What breaks a reader is kept in ``tests/fuzz/found`` and made small
enough to read; when it is mended it moves to ``tests/fuzz/corpus``, which every run and the test suite go through.

With ``--atheris`` the mutations are guided by coverage, where that engine is installed (``pip install atheris``).
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import subprocess
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from checker.errors import ReadError  # noqa: E402
from checker.reading import Limits, libreoffice  # noqa: E402
from checker.reading.bundles import read_each  # noqa: E402
from checker.reading.source import Skipped, Source  # noqa: E402
from tests.reading.samples import samples  # noqa: E402

FOUND = ROOT / "tests" / "fuzz" / "found"
CORPUS = ROOT / "tests" / "fuzz" / "corpus"
LIMITS = Limits(file_bytes=4 * 1024 * 1024, unpacked_bytes=16 * 1024 * 1024, characters=2_000_000, seconds=10)
SLOW = 5.0  # seconds for one input, all of them small
HANGS = 30
ROUND = 20.0  # seconds that one process works on one format
TELLING = (
    b"<",
    b">",
    b"&",
    b"\0",
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"\0\0\0\0",
    b"-1",
    b"99999999999",
    b"]]>",
    b"\n\n",
)


def read(data: bytes, name: str) -> str:
    """Read *data* and return what came of it. Raises whatever a reader should not have raised."""
    outcomes = []
    for item in read_each(Source(data, name, LIMITS)):
        if isinstance(item, ReadError):
            assert item.lines("zh") and item.lines("en")
            outcomes.append(item.message.zh[:12])
        elif not isinstance(item, Skipped):
            previous = 0
            for block in item.blocks:
                assert previous <= block.start < block.end <= len(item.text), "a block out of place"
                assert item.text[block.start : block.end].strip(), "an empty block"
                previous = block.end
            outcomes.append("read")
    return outcomes[0] if outcomes else "nothing"


def mutated(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Return *data* with some damage."""
    if zipfile.is_zipfile(BytesIO(data)) and chance.random() < 0.8:
        return _repacked(data, chance)
    return _damaged(data, chance, others)


def _damaged(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(7)
        if kind == 0 and at < len(changed):
            changed[at] = chance.randrange(256)
        elif kind == 1 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 2:
            changed[at : at + chance.choice((1, 2, 4))] = chance.choice(TELLING)
        elif kind == 3:
            del changed[at : at + chance.randrange(1, 200)]
        elif kind == 4:
            begin = chance.randrange(len(changed) + 1)
            changed[at:at] = changed[begin : begin + chance.randrange(1, 200)] * chance.choice((1, 1, 2, 50))
        elif kind == 5 and others:
            other = chance.choice(others)
            begin = chance.randrange(len(other) + 1)
            changed[at:at] = other[begin : begin + chance.randrange(1, 400)]
        else:
            del changed[chance.randrange(len(changed) + 1) :]
        if len(changed) > 200_000:
            break
    return bytes(changed)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        for name in chance.sample(sorted(parts), k=min(len(parts), chance.choice((1, 1, 2)))):
            parts[name] = _damaged(parts[name], chance, list(parts.values()))
        for name, content in parts.items():
            if chance.random() < 0.98:
                new.writestr(name, content)
    return buffer.getvalue()


def work(name: str, seed: int, seconds: float) -> int:
    """Feed mutations of the sample *name* to its reader; the input at hand is always on disk, should it kill us."""
    libreoffice.found = lambda: None  # type: ignore[assignment]
    chance = random.Random(seed)
    current = FOUND / f"current-{name}"
    others = [data for other, data in samples().items() if other != name]
    data = samples()[name]
    counted: Counter[str] = Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        changed = mutated(data, chance, others)
        current.write_bytes(changed)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        begin = time.monotonic()
        try:
            counted[read(changed, name)] += 1
        except Exception:  # noqa: BLE001 - that is what is looked for
            traceback.print_exc()
            return 1
        if time.monotonic() - begin > SLOW:
            print(f"slow: {time.monotonic() - begin:.1f} s", file=sys.stderr)
            return 1
    faulthandler.cancel_dump_traceback_later()
    current.unlink()
    print(f"{name:12} {sum(counted.values()):7} inputs  {dict(counted.most_common(4))}")
    return 0


def rounds(minutes: float, names: list[str], seed: int) -> Iterator[tuple[str, int]]:
    """Yield formats in turn, each with a seed of its own, until the time is over."""
    end = time.monotonic() + 60 * minutes
    while True:
        for name in names:
            if time.monotonic() > end:
                return
            seed += 1
            yield name, seed


def supervise(minutes: float, names: list[str], seed: int) -> int:
    """Run one process after the other; keep what each one stumbles over."""
    FOUND.mkdir(exist_ok=True)
    bad = 0
    length = min(ROUND, 60 * minutes / len(names))
    for name, number in rounds(minutes, names, seed):
        command = [sys.executable, __file__, "--work", name, "--seed", str(number), "--seconds", str(length)]
        done = subprocess.run(command, check=False)
        current = FOUND / f"current-{name}"
        if done.returncode:
            bad += 1
            kept = current.rename(FOUND / f"{number}-{name}")
            print(f"exit code {done.returncode}: kept as {kept.relative_to(ROOT)}", file=sys.stderr)
    print(f"{bad} inputs found that break a reader")
    return 1 if bad else 0


def guided(minutes: float, names: list[str]) -> int:
    """Let atheris choose the inputs, by what code they reach; all formats at once, told apart by the first byte."""
    import atheris

    libreoffice.found = lambda: None  # type: ignore[assignment]
    atheris.instrument_all()

    def one(data: bytes) -> None:
        if data:
            read(data[1:], names[data[0] % len(names)])

    folder = FOUND / "guided"
    folder.mkdir(parents=True, exist_ok=True)
    for index, name in enumerate(names):
        (folder / name).write_bytes(bytes([index]) + samples()[name])
    target: Callable[[bytes], None] = one
    options = [f"-max_total_time={int(60 * minutes)}", "-max_len=40000", f"-artifact_prefix={FOUND}/"]
    atheris.Setup([sys.argv[0], *options, str(folder)], target)
    atheris.Fuzz()
    return 0


def main() -> int:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--format", action="append", choices=sorted(samples()))
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--atheris", action="store_true")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=ROUND, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        return work(given.work, given.seed, given.seconds)
    names = given.format or sorted(samples())
    return guided(given.minutes, names) if given.atheris else supervise(given.minutes, names, given.seed)


if __name__ == "__main__":
    sys.exit(main())
