"""Servers that a site is published with, on this machine: each runs the configuration that the site brings."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534
"""Who serves where the tests are run by the superuser: whoever may read what is open to all."""
_TRIES = 3
UNPACKED = ROOT / ".cache/nginx/usr/sbin"
"""Where tests/browser/server.sh puts one."""
NGINX = """\
pid {work}/pid;
error_log {work}/error.log warn;
events {{}}
http {{
  access_log off;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  server {{ listen 127.0.0.1:{port}; root {root}; include {root}{prefix}hosting/nginx.conf; }}
}}
"""
CADDY = """\
{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  root * {root}
  import {root}{prefix}hosting/Caddyfile
}}
"""


def server(name: str) -> str | None:
    """Find the executable of nginx or Caddy; None where there is none."""
    return shutil.which(name, path=os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/usr/local/sbin", str(UNPACKED))))


@contextmanager
def serving(name: str, site: Path, prefix: str) -> Iterator[str]:
    """Serve a built site below a path with slashes at both ends; give its address, and find nothing to warn of."""
    executable = server(name)
    assert executable
    with tempfile.TemporaryDirectory(prefix="served-") as made:
        work = Path(made)
        root = work / "root"
        shutil.copytree(site, root / prefix.strip("/"), copy_function=os.link)
        form, words = _ways(name, executable, work)
        port, said = _begun(partial(form.format, work=work, root=root, prefix=prefix), words, work)
        try:
            assert said == ""
            yield f"http://127.0.0.1:{port}{prefix}"
        finally:
            os.kill(int((work / "pid").read_text()), signal.SIGTERM)


def _ways(name: str, executable: str, work: Path) -> tuple[str, list[str]]:
    """Give a configuration to fill in, and the command that comes back once the server listens."""
    if name == "nginx":
        return NGINX, [executable, "-e", str(work / "error.log"), "-p", str(work), "-c", "conf"]
    return CADDY, [executable, "start", "--config", str(work / "conf"), "--adapter", "caddyfile",
                   "--pidfile", str(work / "pid")]  # fmt: skip


def _begun(form: Callable[..., str], words: list[str], work: Path) -> tuple[int, str]:
    """Start a server; give its port, and what it warns of. Where another took the port meanwhile, it tries the next."""
    tries = count(1)
    while True:
        port = _free_port()
        (work / "conf").write_text(form(port=port), encoding="utf-8")
        try:
            return port, _run(words, work)
        except subprocess.CalledProcessError as error:
            (work / "error.log").unlink(missing_ok=True)
            if next(tries) == _TRIES:
                error.add_note((work / "said").read_text(encoding="utf-8"))
                raise


def _run(words: list[str], work: Path) -> str:
    """Start a server without rights of its own; give what nginx warns of."""
    privileged = os.geteuid() == 0
    if privileged:
        os.chown(work, NOBODY, NOBODY)
    with (work / "said").open("wb") as said:
        subprocess.run(  # a server that goes on keeps no pipe of ours open
            words, env={"PATH": os.environ["PATH"], "HOME": str(work)}, stdin=subprocess.DEVNULL,
            stdout=said, stderr=said, user=NOBODY if privileged else None, group=NOBODY if privileged else None,
            timeout=60, check=True,
        )  # fmt: skip
    log = work / "error.log"
    return log.read_text(encoding="utf-8") if log.exists() else ""


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
