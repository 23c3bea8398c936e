"""The command, its process and its socket: many at once, far too much, Ctrl-C, the token."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest

from kg.cli.faults import run
from kg.cli.group import call
from kg.errors import KgError
from kg.web.serving import bind, door_of, is_loopback
from tests.web.served import served

#: Ctrl-C comes amid a callback of C code, as it may while modules are imported: what is raised there is forgotten.
_FORGOTTEN = """
import signal
import click
from kg.cli import main

class Callback:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

click.launch = lambda address: Callback() and None
main()
"""


@pytest.fixture
def address(workspace: Path, web: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:  # noqa: ARG001
    with served(str(workspace)) as running:
        yield running


def test_it_prints_its_address_and_ends_by_ctrl_c(address: tuple[str, subprocess.Popen[str]]) -> None:
    url, process = address
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", url)
    assert "Ann Adams" in httpx.get(url, timeout=60).text
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    assert "Traceback" not in errors


def test_ctrl_c_that_falls_where_it_is_forgotten_ends_it(workspace: Path, web: Path) -> None:  # noqa: ARG001
    command = [sys.executable, "-c", _FORGOTTEN, "serve", str(workspace), "--open"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 130
    assert ended.stderr.splitlines() == ["kg: Ctrl-C ends it", "kg: interrupted"]


def test_ctrl_c_ends_it_while_a_query_runs(address: tuple[str, subprocess.Popen[str]]) -> None:
    url, process = address
    query = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a = -b RETURN count(*)"
    assert httpx.get(f"{url}cypher/answer.json", params={"q": "RETURN 1"}, timeout=60).status_code == 200
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(httpx.get, f"{url}cypher", params={"q": query}, timeout=60)
        with pytest.raises(TimeoutError):
            asking.result(timeout=1.5)
        process.send_signal(signal.SIGINT)
        assert "The explorer has been ended" in asking.result(timeout=60).text
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.splitlines()[-1:] == ["kg: interrupted"]
    assert not [line for line in errors.splitlines() if "Traceback" in line or "Error" in line or "Cancel" in line]


def test_fifty_at_once_are_all_answered_right(address: tuple[str, subprocess.Popen[str]]) -> None:
    url, _ = address
    names = ["Ann", "Bob", "Cat"]
    expected = {name: httpx.get(f"{url}actor/{name} Adams", follow_redirects=True, timeout=60).text for name in names}

    def visit(number: int) -> bool:
        name = names[number % 3]
        with httpx.Client(base_url=url, timeout=120, follow_redirects=True) as client:
            pages = [client.get(f"/actor/{name} Adams") for _ in range(4)]
            found = client.get("/suggest", params={"q": name}).json()
            rows = client.get("/cypher/answer.json", params={"q": f"RETURN {number} AS n"}).json()
        right = all(page.text == expected[name] for page in pages)
        return right and found[0]["name"] == f"{name} Adams" and rows == [{"n": number}]

    with ThreadPoolExecutor(50) as pool:
        assert all(pool.map(visit, range(50)))


def test_two_hundred_megabytes_are_refused_and_not_held(address: tuple[str, subprocess.Popen[str]]) -> None:
    url, process = address
    httpx.get(url, timeout=60)
    before = psutil.Process(process.pid).memory_info().rss
    megabyte = b"x" * (1 << 20)
    host, port = url.removeprefix("http://").rstrip("/").split(":")
    for said in (f"Content-Length: {200 << 20}", "Transfer-Encoding: chunked"):
        head = (
            f"POST /upload HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\n{said}\r\n\r\n"
        )
        part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        chunked = "chunked" in said
        with socket.create_connection((host, int(port)), timeout=60) as sending:
            sending.sendall(head.encode())
            try:
                for number in range(200):
                    data = part + megabyte if not number else megabyte
                    sending.sendall(b"%x\r\n%s\r\n" % (len(data), data) if chunked else data)
            except (BrokenPipeError, ConnectionResetError):
                pass  # as it should: the server has answered and closed
            else:
                pytest.fail("all of it was taken")
    assert psutil.Process(process.pid).memory_info().rss - before < 80 << 20
    assert httpx.get(url, timeout=60).status_code == 200


def test_an_answer_comes_before_a_large_body_is_sent(address: tuple[str, subprocess.Popen[str]]) -> None:
    host, port = address[0].removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as sending:
        sending.sendall(
            f"POST /upload HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n"
            f"Content-Length: {200 << 20}\r\nExpect: 100-continue\r\n\r\n".encode()
        )
        answer = sending.recv(65536).decode()
    assert answer.startswith("HTTP/1.1 413")
    assert "100 Continue" not in answer


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"\xff\xfe\x00 / HTTP/1.1\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /actor/%00%ff HTTP/1.1\r\nHost: localhost\r\nCookie: \xff=\xfe; kg-serve=\r\n\r\n",
    ],
)
def test_what_is_no_request_of_a_browser_harms_nothing(
    address: tuple[str, subprocess.Popen[str]], request_bytes: bytes
) -> None:
    url, process = address
    host, port = url.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as sending:
        try:
            sending.sendall(request_bytes)
            answer = sending.recv(65536)
        except ConnectionResetError:
            answer = b""
    assert not answer.startswith(b"HTTP/1.1 200")
    assert process.poll() is None
    assert httpx.get(url, timeout=60).status_code == 200


class TestToken:
    def test_a_new_one_is_printed_once_and_opens(self, workspace: Path, web: Path) -> None:  # noqa: ARG002
        with served(str(workspace), "--ask-token") as (url, process):
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", url)
            page, _, token = url.partition("?token=")
            assert httpx.get(page, timeout=60).status_code == 401
            assert "Ann Adams" in httpx.get(url, follow_redirects=True, timeout=60).text
            shown = " ".join(psutil.Process(process.pid).cmdline())
            assert token not in shown

    def test_one_of_the_environment_is_not_printed(self, workspace: Path, web: Path) -> None:  # noqa: ARG002
        token = "a-token-of-my-own-choice"
        with served(str(workspace), "--host", "0.0.0.0", KG_SERVE_TOKEN=token) as (url, _):
            assert token not in url
            assert socket.gethostname() in url  # 0.0.0.0 is no address that others can open
            url = url.replace(socket.gethostname(), "127.0.0.1")
            assert httpx.get(url, timeout=60).status_code == 401
            assert httpx.get(url, params={"token": token}, follow_redirects=True, timeout=60).status_code == 200

    @pytest.mark.parametrize("text", ["", "short", "ü" * 20])
    def test_a_poor_one_is_refused(
        self, workspace: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "token"
        file.write_text(text, encoding="utf-8")
        assert run(lambda: call(["serve", str(workspace), "--token-file", str(file)])) == 3
        assert "a token has at least 16 letters and digits" in capsys.readouterr().err


def test_other_machines_need_a_token() -> None:
    with pytest.raises(KgError, match="visitors need a token"):
        door_of("0.0.0.0", None)
    assert door_of("127.0.0.2", None).knows("127.0.0.2:80")
    assert not door_of("127.0.0.1", None).knows("192.0.2.1")


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.9", True), ("::1", True), ("[::1]", True), ("example.org", False)]
)
def test_loopback_is_known(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_taken_port_is_told() -> None:
    bound = bind("127.0.0.1", 0)
    try:
        with pytest.raises(KgError, match="Name another --port"):
            bind("127.0.0.1", bound.socket.getsockname()[1])
    finally:
        bound.socket.close()
    with pytest.raises(KgError):
        bind("no.such.host.invalid", 0)


def test_no_workspace_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: call(["serve", str(tmp_path / "none")])) == 5
    assert "no such folder" in capsys.readouterr().err
