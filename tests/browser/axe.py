"""axe-core, fetched from npm once and kept in the user's cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import pytest

VERSION = "4.10.3"
RUN = "() => axe.run(document, {resultTypes: ['violations'], preload: false}).then((found) => found.violations)"


def axe_script() -> str:
    """The script of the checker; without npm, or npm without its registry, the test is skipped."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gouji-tests"
    kept = cache / f"axe-{VERSION}.js"
    if not kept.is_file():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("npm is not installed, and axe-core comes from there")
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            fetched = _fetch(npm, Path(folder))
            fetched.replace(kept)
    return kept.read_text(encoding="utf-8")


def _fetch(npm: str, folder: Path) -> Path:
    try:
        packed = subprocess.run(
            [npm, "pack", "--silent", f"axe-core@{VERSION}"], cwd=folder, capture_output=True, timeout=90, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not answer in time, and axe-core comes from there")
    archive = folder / f"axe-core-{VERSION}.tgz"
    if packed.returncode or not archive.is_file():
        pytest.skip(f"npm could not fetch axe-core: {packed.stderr.decode(errors='replace').strip()[-200:]}")
    with tarfile.open(archive) as opened:
        opened.extract("package/axe.min.js", folder, filter="data")
    return folder / "package" / "axe.min.js"


def faults(found: list[dict[str, Any]]) -> list[str]:
    """Each kind of fault in a line, with the first elements that have it."""
    return [f"{one['impact']} {one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]
