"""The picture as one HTML file that needs nothing else and asks for nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

from kg.picture.bundle import bundled
from kg.picture.data import Data, script_json

_PAGE = """<!doctype html>
<html lang="en" class="kg-picture-page">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<main data-kg-picture="kg-picture-data" data-kg-address></main>
<noscript><p>This picture is drawn by JavaScript, which this browser has switched off.</p></noscript>
<script type="application/json" id="kg-picture-data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def page(data: Data) -> str:
    """Give the page of a picture.

    Nothing but its own script and style can run in it, whatever is in the texts: the policy names them by their hashes
    and allows no request at all.

    Raises
    ------
    StoreError
        The scripts aren't bundled.
    """
    script, style = (bundled(name).decode().strip() for name in ("picture.js", "picture.css"))
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(data["title"])
    return _PAGE.format(policy=policy, title=title, style=style, data=script_json(data), script=script)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
