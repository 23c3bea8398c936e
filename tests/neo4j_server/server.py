"""A real Neo4j on this machine: its own folder, free ports of the loopback address, a password."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j_server.jars import jars, java

USER, DATABASE = "neo4j", "neo4j"
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
_JVM = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlog4j2.disableJmx=true")
_PATIENCE = 120  # seconds until a server answers


class Server:
    """One server. It can be killed and started again, also with other settings; the data stay.

    Parameters
    ----------
    home
        Its folder: data, logs, settings.
    jvm
        Options of Java. The usual ones start quickly; a benchmark wants others.
    plugins
        A folder with jars of plugins; None: there are none.
    patience
        Seconds in which it has to answer after a start; a busy machine is slow.
    """

    def __init__(
        self, home: Path, *, jvm: Sequence[str] = _JVM, plugins: Path | None = None, patience: float = _PATIENCE
    ) -> None:
        self.home = home
        self._jvm = jvm
        self._plugins = plugins
        self._patience = patience
        self.port = free_port()
        self.password = secrets.token_hex(8)
        self._process: subprocess.Popen[bytes] | None = None
        self._extra: Mapping[str, str] = {}
        (home / "conf").mkdir(parents=True)

    @property
    def pid(self) -> int | None:
        """The number of its process, while it runs."""
        return self._process.pid if self._process else None

    @property
    def uri(self) -> str:
        """Its address, without credentials."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def auth(self) -> tuple[str, str]:
        """User and password."""
        return USER, self.password

    def start(self, settings: Mapping[str, str] | None = None, *, wait: bool = True) -> None:
        """Start it, with settings beside the usual ones."""
        self._extra = dict(settings or {})
        (self.home / "conf" / "neo4j.conf").write_text(
            "".join(f"{name}={value}\n" for name, value in {**self._settings(), **self._extra}.items())
        )
        opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
        class_path = [f"{folder}/*" for folder in (jars(), self._plugins) if folder]
        main = ["-cp", os.pathsep.join(class_path), "org.neo4j.server.CommunityEntryPoint"]
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "out.log").open("ab") as log:
            self._process = subprocess.Popen(
                [java(), *self._jvm, *opened, *main, *folders], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        if wait:
            self.wait()

    def wait(self) -> None:
        """Wait until it answers; the first time, give it its password."""
        began = time.monotonic()
        while not self._answers():
            if self._process is None or self._process.poll() is not None or time.monotonic() - began > self._patience:
                self.stop()
                told = (self.home / "out.log").read_text(errors="replace")[-2000:]
                raise RuntimeError(f"Neo4j did not start:\n{told}")
            time.sleep(0.1)

    def kill(self) -> None:
        """SIGKILL: no goodbye, no flush."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Let it end by itself, and if it won't, end it."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()
            self._process = None

    def ready(self) -> None:
        """See that it runs with the usual settings, whatever an earlier test did to it."""
        if self._extra or self._process is None or self._process.poll() is not None:
            self.restart()

    def restart(self, settings: Mapping[str, str] | None = None) -> None:
        """Stop and start it, with settings beside the usual ones."""
        self.stop()
        self.start(settings)

    def run(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """Run a query of the test's own, in no transaction of a driver's."""
        config: dict[str, Any] = {"auth": self.auth, "notifications_min_severity": "OFF"}
        with neo4j.GraphDatabase.driver(self.uri, **config) as driver, driver.session(database=DATABASE) as session:
            return session.run(query, parameters).data()

    def bookmark(self) -> frozenset[str]:
        """What the server calls its state; another after every transaction that wrote anything."""
        config: dict[str, Any] = {"auth": self.auth}
        with neo4j.GraphDatabase.driver(self.uri, **config) as driver, driver.session(database=DATABASE) as session:
            session.run("RETURN 1").consume()
            return frozenset(session.last_bookmarks().raw_values)

    def clear(self) -> None:
        """Remove all nodes. Constraints and indexes stay, since making them takes seconds."""
        self.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")

    def clear_rules(self) -> None:
        """Remove all constraints and indexes."""
        for row in self.run("SHOW CONSTRAINTS YIELD name"):
            self.run(f"DROP CONSTRAINT `{row['name']}`")
        for row in self.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            self.run(f"DROP INDEX `{row['name']}`")

    def _answers(self) -> bool:
        try:
            return bool(self.run("RETURN 1"))
        except neo4j.exceptions.AuthError:
            self._set_password()
            return False
        except (DriverError, Neo4jError, OSError):
            return False

    def _set_password(self) -> None:
        """A new server has the password "neo4j" and lets nobody do anything until it is another one."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(USER, "neo4j")) as driver:
            query = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
            driver.execute_query(query, old="neo4j", new=self.password, database_="system")

    def _settings(self) -> dict[str, str]:
        address = f"127.0.0.1:{self.port}"
        return {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": address,
            "server.bolt.advertised_address": address,
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": "64m",
            "server.memory.heap.max_size": "512m",
            "dbms.usage_report.enabled": "false",
            **({"server.directories.plugins": str(self._plugins)} if self._plugins else {}),
            "dbms.security.auth_max_failed_attempts": "0",
        }


def free_port() -> int:
    """Give a port of the loopback address that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
