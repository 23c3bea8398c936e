"""The jars of a Neo4j server, brought once by Maven into build/ of the project.

`python -m tests.neo4j_server.jars` brings them ahead of the tests.
"""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
CACHE = POM.parents[2] / "build" / "neo4j"
#: What a server of this version runs on.
JAVA = (17, 21)


class UnavailableError(Exception):
    """No server can be had here; says what to install."""


def java() -> str:
    """Give the path of a Java that the server runs on."""
    found = shutil.which("java")
    if found is None:
        raise UnavailableError(f"no `java` on the path: install Java {JAVA[0]} or {JAVA[1]}")
    told = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) not in JAVA:
        raise UnavailableError(f"`java` is {version[1] if version else 'of no known version'}: install Java 17 or 21")
    return found


def jars(pom: Path = POM) -> Path:
    """Give the folder of the jars that a pom names; several processes may ask at once."""
    CACHE.mkdir(parents=True, exist_ok=True)
    # Named by its pom, so that a new version of the server comes by itself.
    folder = CACHE / hashlib.sha256(pom.read_bytes()).hexdigest()[:12]
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            _bring(pom, folder)
    return folder


def _bring(pom: Path, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise UnavailableError(f"no `mvn` on the path: install Maven, which brings what {pom.name} names")
    new = folder.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    # --strict-checksums: a jar that isn't what its repository says is an error, not a warning.
    options = ["--batch-mode", "--quiet", "--strict-checksums", "--file", str(pom)]
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={new}"]
    done = subprocess.run([maven, *options, *goal], capture_output=True, text=True, check=False, timeout=1200)
    if done.returncode:
        told = next((line for line in done.stdout.splitlines() if "ERROR" in line), done.stderr.strip())
        raise UnavailableError(f"Maven could not bring what {pom.name} names: {told}")
    new.rename(folder)


if __name__ == "__main__":
    java()
    jars()
