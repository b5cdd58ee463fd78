"""The most memory that a piece of code takes, measured in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

NEEDS_PROC = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system does not tell")

# A process begins with its parent's peak in `ru_maxrss`, so its own is read elsewhere; those it starts are told apart
# well enough, since it is small itself.
_TELL = """
import resource, re
own = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


def peak_of(code: str, *arguments: str) -> int:
    """Bytes at the most, of the process that runs the code or of one that it starts; `sys.argv[1:]` are `arguments`."""
    command = [sys.executable, "-c", code + _TELL, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout.splitlines()[-1]) * 1024
