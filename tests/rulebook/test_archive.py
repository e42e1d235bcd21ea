"""A pack in a zip archive is the pack in its folder; a hostile archive is a problem and nothing else."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pytest

from checker.rulebook import load_pack
from checker.rulebook.archive import unpack
from checker.rulebook.limits import MAX_ARCHIVE, MAX_BYTES, MAX_ENTRIES

from .packs import CITY, PACK, RULES, TEMPLATE, codes, problems, said, write, write_city

FILES = {"pack.yaml": PACK, "rules.yaml": RULES, "templates/plain/template.yaml": TEMPLATE}

Entries = Iterable[tuple[str | zipfile.ZipInfo, str | bytes]]


def zipped(path: Path, entries: Entries) -> Path:
    """Write an archive of *entries* to *path* and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def entry(name: str, mode: int = 0, *, system: int = 3) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.create_system = system
    made.external_attr = mode << 16
    return made


# --- an archive is a pack


@pytest.mark.parametrize(
    "entries",
    [
        FILES,
        {f"probe-main/{name}": data for name, data in FILES.items()},
        {"probe/pack.yaml": PACK, "probe/rules.yaml": RULES, "templates/plain/template.yaml": TEMPLATE},
        {**FILES, "README.md": "说明", "__MACOSX/._pack.yaml": "\0", ".hidden.yaml": "{", "logo.png": "PNG"},
        {"templates/": "", **FILES},
    ],
)
def test_an_archive_is_the_pack_that_was_packed(tmp_path: Path, entries: dict[str, str]) -> None:
    folder = load_pack(write(tmp_path), cache=False)
    pack = load_pack(zipped(tmp_path / "p.zip", entries.items()), cache=False)
    assert pack.ref == folder.ref
    assert [rule.id for rule in pack.rules] == [rule.id for rule in folder.rules]
    assert pack.where == str(tmp_path / "p.zip")
    origin = pack.rules[0].origin
    assert origin is not None
    assert (origin.path.startswith(f"{tmp_path}/p.zip/"), origin.line) == (True, 2)


def test_an_archive_is_found_by_its_name_and_extends_packs_by_theirs(
    tmp_path: Path, config_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    packs = config_home / "checker" / "packs"
    zipped(packs / "probe.zip", FILES.items())
    zipped(
        packs / "city.zip",
        {"pack.yaml": CITY, "own.yaml": "changes:\n  - {rule: P-WORK-01, weight: 2, reason: 因}\n"}.items(),
    )
    pack = load_pack("city", cache=False)
    assert ([ref.id for ref in pack.bases], pack.rules[0].weight) == (["probe"], 2.0)


def test_a_folder_may_extend_an_archive(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "packs" / "p.zip", FILES.items())
    folder = write_city(tmp_path, pack=CITY.replace("probe", f"../packs/{archive.name}"))
    assert [ref.id for ref in load_pack(folder, cache=False).bases] == ["probe"]


def test_an_archive_names_no_paths(tmp_path: Path) -> None:
    write(tmp_path)
    archive = zipped(tmp_path / "city.zip", [("pack.yaml", CITY.replace("extends: probe", "extends: ../probe"))])
    assert said(problems(archive)) == [
        "pack.yaml:4:10 unknown-pack 压缩包里的规则包只能按名称继承，不能写路径“../probe”"
    ]


def test_what_lies_around_an_archive_is_none_of_its_own(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "probe" / "templates").rename(tmp_path / "templates")
    archive = zipped(tmp_path / "p.zip", [("pack.yaml", PACK), ("rules.yaml", RULES)])
    assert codes(problems(archive)) == ["pack.yaml:4:11 unknown-template"]


def test_the_cache_serves_archives_too(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "p.zip", FILES.items())
    assert load_pack(archive).rules == load_pack(archive).rules


def test_mistakes_in_an_archive_are_told_at_their_line(tmp_path: Path) -> None:
    broken = {**FILES, "rules.yaml": RULES.replace("must", "msut"), "more.yml": "", "old/r.yaml": RULES}
    found = problems(zipped(tmp_path / "p.zip", broken.items()))
    assert codes(found) == ["more.yml:0:0 file-name", "r.yaml:0:0 stray-folder", "rules.yaml:4:15 unknown-value"]
    assert {each.path for each in found} == {
        f"{tmp_path}/p.zip/{name}" for name in ("more.yml", "old/r.yaml", "rules.yaml")
    }


# --- an archive can do no harm


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (entry("../evil.yaml"), "p.zip/../evil.yaml archive-path"),
        (entry("a/../../evil.yaml"), "p.zip/a/../../evil.yaml archive-path"),
        (entry("/etc/evil.yaml"), "p.zip//etc/evil.yaml archive-path"),
        (entry("C:/evil.yaml"), "p.zip/C:/evil.yaml archive-path"),
        (entry("..\\evil.yaml"), "p.zip/..\\evil.yaml archive-path"),
        (entry("a//evil.yaml"), "p.zip/a//evil.yaml archive-path"),
        (entry("./evil.yaml"), "p.zip/./evil.yaml archive-path"),
        (entry("../up/"), "p.zip/../up/ archive-path"),
        (entry("evil\u202elmay.yaml"), "p.zip/evil\u202elmay.yaml archive-name"),
        (entry("evil\x1b[2J.yaml"), "p.zip/evil\x1b[2J.yaml archive-name"),
        (entry("link.yaml", 0o120777), "p.zip/link.yaml archive-link"),
        (entry("link.txt", 0o120777), "p.zip/link.txt archive-link"),
        (entry("pipe.yaml", 0o010644), "p.zip/pipe.yaml archive-link"),
        (entry("device", 0o020644), "p.zip/device archive-link"),
        (entry("inner.zip"), "p.zip/inner.zip archive-nested"),
        (entry("a/INNER.ZIP"), "p.zip/a/INNER.ZIP archive-nested"),
        (entry("inner.tar.gz"), "p.zip/inner.tar.gz archive-nested"),
    ],
)
def test_one_entry_that_could_do_harm_condemns_the_whole(tmp_path: Path, extra: zipfile.ZipInfo, expected: str) -> None:
    archive = zipped(tmp_path / "in" / "p.zip", [*FILES.items(), (extra, "x")])
    before = sorted(tmp_path.rglob("*"))
    found = problems(archive)
    assert [f"{each.path.removeprefix(f'{tmp_path}/in/')} {each.code}" for each in found] == [expected]
    assert sorted(tmp_path.rglob("*")) == before


def test_ordinary_modes_and_folders_are_harmless(tmp_path: Path) -> None:
    entries: Entries = [
        (entry("templates/", 0o040755), ""),
        *((entry(name, 0o100644), data) for name, data in FILES.items()),
        (entry("note.txt", 0, system=0), "x"),
    ]
    assert load_pack(zipped(tmp_path / "p.zip", entries), cache=False).ref.id == "probe"


def test_names_are_in_utf8_with_or_without_its_mark(tmp_path: Path) -> None:
    marked = zipped(tmp_path / "p.zip", [*FILES.items(), ("规则二.yaml", "rules: []\n")])
    unmarked = tmp_path / "q.zip"
    unmarked.write_bytes(without_mark(marked.read_bytes()))
    assert load_pack(unmarked, cache=False).ref == load_pack(marked, cache=False).ref


def test_names_in_another_encoding_are_refused(tmp_path: Path) -> None:
    marked = zipped(tmp_path / "p.zip", [*FILES.items(), ("规则.yaml", "rules: []\n")]).read_bytes()
    name = "规则.yaml".encode()
    odd = "规则规.yaml".encode("gbk")  # as long as the name in UTF-8
    assert len(odd) == len(name)
    (tmp_path / "p.zip").write_bytes(without_mark(marked).replace(name, odd))
    assert [each.code for each in problems(tmp_path / "p.zip")] == ["archive-encoding"]
    (tmp_path / "p.zip").write_bytes(marked.replace(name, odd))  # says UTF-8 and is none
    assert [each.code for each in problems(tmp_path / "p.zip")] == ["bad-archive"]


def without_mark(data: bytes) -> bytes:
    """Return an archive whose entries do not say that their names are in UTF-8."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", changed, at + offset)
            struct.pack_into("<H", changed, at + offset, flags & ~0x800)
            at = data.find(signature, at + 1)
    return bytes(changed)


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive = zipped(tmp_path / "p.zip", [*FILES.items(), ("rules.yaml", "rules: []\n")])
    assert [each.code for each in problems(archive)] == ["archive-twice"]


def test_an_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "p.zip", FILES.items()).read_bytes())
    at = bytes(data).find(b"PK\x01\x02")
    data[at + 8] |= 1
    (tmp_path / "p.zip").write_bytes(bytes(data))
    assert [each.code for each in problems(tmp_path / "p.zip")] == ["archive-encrypted"]


def test_only_ordinary_compression_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_LZMA) as archive:
        for name, data in FILES.items():
            archive.writestr(name, data)
    assert {each.code for each in problems(tmp_path / "p.zip")} == {"archive-method"}


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    many = [(f"notes/{number}.txt", "") for number in range(MAX_ENTRIES + 1)]
    assert [each.code for each in problems(zipped(tmp_path / "p.zip", many))] == ["too-many-files"]


def test_a_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "p.zip", [*FILES.items(), ("notes.txt", b"\0" * 20_000_001)])
    assert bomb.stat().st_size < 100_000
    assert said(problems(bomb)) == ["p.zip:0:0 archive-inflates 压缩包解开后太大：最多 20 MB"]


def test_a_bomb_that_declares_little_is_stopped_while_it_is_unpacked() -> None:
    bombs = [(f"r{number}.yaml", b"#" * (MAX_BYTES + 1)) for number in range(21)]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in bombs:
            archive.writestr(name, data)
    lying = bytearray(buffer.getvalue())
    for at in positions(bytes(lying), b"PK\x01\x02"):
        struct.pack_into("<L", lying, at + 24, 10)
    files, found = unpack("p.zip", bytes(lying))
    assert files == {}
    assert [each.code for each in found] == ["bad-archive"]  # what is longer than declared fails its checksum


def test_sizes_are_counted_whatever_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(21):
            archive.writestr(f"r{number}.yaml", "rules: []")
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: BytesIO(b"#" * (MAX_BYTES + 1)))
    files, found = unpack("p.zip", buffer.getvalue())
    assert (files, [each.code for each in found]) == ({}, ["archive-inflates"])


def positions(data: bytes, signature: bytes) -> list[int]:
    found, at = [], data.find(signature)
    while at >= 0:
        found.append(at)
        at = data.find(signature, at + 1)
    return found


def test_a_file_in_an_archive_is_as_bounded_as_any(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "p.zip", {**FILES, "long.yaml": "#" * (MAX_BYTES + 10)}.items())
    assert codes(problems(archive)) == ["long.yaml:0:0 too-large"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"PK\x03\x04",
        lambda data: b"rules: []\n",
        lambda data: data[:-30],
        lambda data: data[len(data) // 3 :],
        lambda data: data.replace(b"PK\x01\x02", b"PK\x01\x03"),
        lambda data: b"\0" * (MAX_ARCHIVE + 1),
    ],
)
def test_what_is_no_archive_or_a_damaged_one_is_a_problem(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    archive = zipped(tmp_path / "p.zip", FILES.items())
    archive.write_bytes(damage(archive.read_bytes()))
    assert [each.code for each in problems(archive)] in (["bad-archive"], ["archive-too-large"])


def test_no_flipped_byte_does_more_than_make_a_problem(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "p.zip", [("pack.yaml", PACK), ("rules.yaml", RULES)]).read_bytes()
    for at in range(len(whole)):
        for mask in (0x01, 0x80, 0xFF):
            changed = bytearray(whole)
            changed[at] ^= mask
            files, found = unpack("p.zip", bytes(changed))
            assert files or found or not changed


def test_an_archive_without_a_pack_says_so(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "p.zip", [("a/b/pack.yaml", PACK)])
    assert "p.zip:0:0 no-pack-file" in codes(problems(archive))
