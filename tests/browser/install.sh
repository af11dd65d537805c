#!/bin/sh
# Sees to it that the browser tests have a Chromium (one on this machine, else Playwright's, else the system's) and
# that Playwright's driver starts. Usage: tests/browser/install.sh PYTHON [whole], from the root of the repository;
# without `whole` one that can have no window will do.
set -eu
python=$1
whole=${2:-}

ready() {
    "$python" -m playwright --version >/dev/null 2>&1 && found=$("$python" -m tests.browser.chromium $whole) &&
        echo "Browser: $found"
}

give_up() {
    cat >&2 <<'END'
The tests need Playwright's driver and a Chromium, and one of the two does not start. Any of these will do:
  - install Chromium or Chrome with the system's packages, so that it is on the PATH
  - .venv/bin/python -m playwright install --with-deps chromium
  - CHROMIUM=/path/to/the/executable make test
Where Playwright itself does not start, Debian and Ubuntu need the package libatomic1.
The tests that need no browser: make quick
END
    exit 1
}

ready && exit
[ -z "${CHROMIUM:-}" ] || give_up

echo "No Chromium here that starts; asking Playwright for its own"
mkdir -p .cache
"$python" -m playwright install --no-shell chromium >.cache/playwright.log 2>&1 || tail -n 3 .cache/playwright.log >&2
ready && exit

# Playwright has none for this system, cannot fetch it, or libraries are missing here.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "That did not do; installing the system's"
    {
        apt-get update
        apt() { DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"; }
        apt fonts-noto-cjk libatomic1
        { [ -z "$whole" ] && apt chromium-headless-shell; } || apt chromium
    } >.cache/apt.log 2>&1 || tail -n 3 .cache/apt.log >&2
    ready && exit
fi

give_up
