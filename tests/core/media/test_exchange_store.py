"""The store keeps each content once, whole or not at all."""

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from core.media import exchange_store
from core.media.exchange_store import GRACE_SECONDS, ExchangeStoreFull

HASH = hashlib.sha256(b"bai").hexdigest()


@pytest.fixture(autouse=True)
def root(tmp_path: Path, settings: Any) -> Path:
    settings.EXCHANGE_ROOT = tmp_path / "exchange"
    return settings.EXCHANGE_ROOT


def files_in(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_content_comes_back_under_its_hash(root: Path, tmp_path: Path) -> None:
    assert exchange_store.put(b"bai") == HASH
    with exchange_store.open_file(HASH) as stored:
        assert stored.read() == b"bai"
    (tmp_path / "bai.bin").write_bytes(b"bai")
    assert exchange_store.put(tmp_path / "bai.bin") == HASH
    assert files_in(root) == [HASH]
    assert (root / HASH[:2] / HASH).is_file()


def test_absent_content_is_told(root: Path) -> None:
    assert not exchange_store.exists(HASH)
    with pytest.raises(FileNotFoundError):
        exchange_store.open_file(HASH)


@pytest.mark.parametrize("name", ["../../etc/passwd", HASH.upper(), HASH[:-1], HASH + "/x", ""])
def test_what_is_no_hash_is_refused(name: str) -> None:
    with pytest.raises(ValueError):
        exchange_store.open_file(name)


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk_leaves_nothing_half_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    def full(*args: Any, **kwargs: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*(os, "fsync") if step == "fsync" else (Path, "replace"), full)
    with pytest.raises(ExchangeStoreFull) as refused:
        exchange_store.put(b"bai")
    assert str(refused.value).endswith("gửi lại.")
    assert files_in(root) == []


def test_garbage_is_what_nothing_refers_to_and_nobody_put_lately(root: Path) -> None:
    hashes = {name: exchange_store.put(name.encode()) for name in ("live", "old", "fresh")}
    for name in ("live", "old"):
        path = root / hashes[name][:2] / hashes[name]
        os.utime(path, (0, 0))
    assert exchange_store.collect_garbage(live={hashes["live"]}) == 1
    assert [name for name, sha256 in hashes.items() if exchange_store.exists(sha256)] == ["live", "fresh"]


def test_putting_again_starts_the_days_of_grace_anew(root: Path) -> None:
    exchange_store.put(b"bai")
    os.utime(root / HASH[:2] / HASH, (0, 0))
    exchange_store.put(b"bai")
    assert exchange_store.collect_garbage(live=set()) == 0
    assert exchange_store.exists(HASH)


def test_put_between_the_look_and_the_deletion_wins(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange_store.put(b"bai")
    path = root / HASH[:2] / HASH
    os.utime(path, (0, 0))
    replace = Path.replace

    def put_first(self: Path, target: Path) -> Path:
        if self == path:
            exchange_store.put(b"bai")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", put_first)
    assert exchange_store.collect_garbage(live=set()) == 0
    assert exchange_store.exists(HASH)


def test_leftover_of_a_crash_is_collected(root: Path) -> None:
    exchange_store.put(b"bai")
    leftover = root / HASH[:2] / f"{HASH}.0011223344556677"
    leftover.write_bytes(b"ba")
    os.utime(leftover, (0, 0))
    assert exchange_store.collect_garbage(live={HASH}) == 1
    assert files_in(root) == [HASH]


def test_grace_outlives_a_working_day() -> None:
    assert GRACE_SECONDS >= 24 * 60 * 60
