"""Runs a command and prints what it took, as JSON: seconds of the wall and of the processors, and peak bytes.

A process apart and a small one, because Linux counts to a command the memory of the process that started it.
"""

import json
import resource
import subprocess
import sys
import time

UNIT = 1 if sys.platform == "darwin" else 1024
"""What getrusage counts memory in: bytes there, KiB elsewhere."""

if __name__ == "__main__":
    started = time.perf_counter()
    code = subprocess.run(sys.argv[1:], stdout=sys.stderr, check=False).returncode  # noqa: S603  the bench's own words
    wall = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    sys.stdout.write(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT]))
    sys.exit(code)
