"""The picture of a graph as people get it: a file, or a frame in a notebook."""

from __future__ import annotations

from functools import cached_property
from html import escape
from pathlib import Path

from kg.errors import StoreError
from kg.picture.data import Data, picture_data
from kg.picture.page import page
from kg.picture.records import Picture

_HEIGHT = 640  # pixels, in a notebook


class View:
    """A picture of a graph; made by `kg.Graph.view`. The last line of a notebook cell shows it.

    To put it into a page of your own: `data` as JSON in `<script type="application/json" id="ID">`, an element with
    the attribute `data-kg-picture="ID"`, and the bundled picture.css and picture.js, both as files. That works under a
    policy of `script-src 'self'; style-src 'self'`. Where elements come later, call `kgPicture.mountAll(element)`.

    Examples
    --------
    >>> view = View(Picture("nothing", (), (), (), shown=0))
    >>> view
    <kg.View 'nothing': 0 of 0 nodes drawn at once, 0 lines, 0 events>
    """

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    def __repr__(self) -> str:
        drawn = self.picture
        nodes = f"{drawn.shown} of {len(drawn.nodes)} nodes drawn at once"
        return f"<kg.View {drawn.title!r}: {nodes}, {len(drawn.lines)} lines, {len(drawn.events)} events>"

    @cached_property
    def data(self) -> Data:
        """The picture as values that JSON has."""
        return picture_data(self.picture)

    def html(self) -> str:
        """Give the picture as one HTML page that needs nothing else.

        Raises
        ------
        StoreError
            This is a clone whose scripts aren't bundled yet.
        """
        return page(self.data)

    def save(self, path: str | Path) -> Path:
        """Write the page into a file, in place of what is there.

        Raises
        ------
        StoreError
            It can't be written, or the scripts aren't bundled.
        """
        path, text = Path(path), self.html()
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as fault:
            raise StoreError(f"{path}: the picture can't be written: {fault.strerror or fault}") from fault
        return path

    def _repr_html_(self) -> str:
        """A frame without rights to the notebook around it; its links open in new tabs."""
        page_text, title = escape(self.html()), escape(self.picture.title)
        return (
            f'<iframe srcdoc="{page_text}" width="100%" height="{_HEIGHT}" title="{title}" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
            'referrerpolicy="no-referrer" loading="lazy" frameborder="0"></iframe>'
        )
