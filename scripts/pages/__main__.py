"""Write the outputs in the pages anew: python -m scripts.pages [PAGE …], or `make pages`.

The tutorial is run first; every other page goes on in a copy of its folder.
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

from scripts.pages.documents import ROOT, SERVER, TUTORIAL, folder_for, is_run, needs_server, pages
from scripts.pages.environment import environment
from scripts.pages.play import played
from scripts.pages.stage import Stage
from tests.neo4j_server.server import Server


def main() -> None:
    """Run the pages and write what has changed."""
    parser = argparse.ArgumentParser(description="Write the outputs in the pages anew.")
    parser.add_argument("pages", nargs="*", type=Path, help="such as docs/cookbook.md; without it all of them")
    named = [page.resolve() for page in parser.parse_args().pages]
    wanted = [page for page in named or pages() if is_run(page) and page != TUTORIAL]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        setting, aliases = environment(folder / "bin"), {}
        if any(map(needs_server, wanted)):
            server = Server(folder / "neo4j")
            stack.callback(server.stop)
            server.start()
            setting["KG_NEO4J_PASSWORD"] = server.password
            aliases[SERVER] = server.uri
        for number, page in enumerate([TUTORIAL, *wanted]):
            _write(page, Stage(folder_for(page, folder / str(number), folder / "0"), setting, aliases))


def _write(page: Path, stage: Stage) -> None:
    text = page.read_text(encoding="utf-8")
    now = played(text, stage)
    print(f"{'unchanged' if now == text else 'written'}: {page.relative_to(ROOT)}", flush=True)
    page.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    main()
