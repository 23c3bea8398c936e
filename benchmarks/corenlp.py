"""Stanford CoreNLP's server with its `openie` pipeline, one thread: a peer that is only ever started beside kg."""

from __future__ import annotations

import base64
import json
import secrets
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.neo4j_server.jars import jars, java
from tests.neo4j_server.server import free_port

POM = Path(__file__).with_name("corenlp.pom.xml")
ANNOTATORS = "tokenize,ssplit,pos,lemma,depparse,natlog,openie"
#: Paragraphs end sentences, as for the others; the format of answers is the one that takes the least to write.
_PROPERTIES = {"annotators": ANNOTATORS, "ssplit.newlineIsSentenceBreak": "two", "outputFormat": "conll"}
_PATIENCE = 300  # seconds to load its models, and for an article
_MAIN = "edu.stanford.nlp.pipeline.StanfordCoreNLPServer"


class CoreNLP:
    """The server, as a context. It listens at a port of its own and wants a password."""

    def __init__(self) -> None:
        self._port, self._password = free_port(), secrets.token_hex(8)
        self._process: subprocess.Popen[bytes] | None = None
        query = urllib.parse.urlencode({"properties": json.dumps(_PROPERTIES)})
        self._address = f"http://127.0.0.1:{self._port}"
        self._asking = f"{self._address}/?{query}"
        login = base64.b64encode(f"kg:{self._password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {login}", "Content-Type": "text/plain; charset=utf-8"}

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process is not None
        return self._process.pid

    def __enter__(self) -> Self:
        options = ["-port", str(self._port), "-threads", "1", "-timeout", str(_PATIENCE * 1000)]
        options += ["-quiet", "true", "-maxCharLength", str(10**7), "-preload", ANNOTATORS, "-username", "kg"]
        options += ["-password", self._password]
        java_options = ["-Xmx4g", "-XX:+UseSerialGC", "-cp", f"{jars(POM)}/*"]
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [java(), *java_options, _MAIN, *options], stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log
        )
        try:
            self._wait()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def annotate(self, text: str) -> bool:
        """Let it do all it does to a text; whether it did."""
        request = urllib.request.Request(self._asking, text.encode(), self._headers)
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                return bool(answer.read())
        except urllib.error.HTTPError:
            return False

    def _wait(self) -> None:
        began = time.monotonic()
        while not self._is_ready():
            assert self._process is not None
            if self._process.poll() is not None or time.monotonic() - began > _PATIENCE:
                self._log.seek(0)
                raise SystemExit(f"CoreNLP did not start:\n{self._log.read()[-2000:].decode(errors='replace')}")
            time.sleep(0.2)

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self._address}/ready", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:  # not listening yet, or still loading
            return False

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._log.close()
