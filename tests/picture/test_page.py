from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.picture.data import picture_data, script_json
from kg.picture.page import page
from kg.picture.records import Picture
from kg.picture.view import View
from tests.picture.drawings import drawn
from tests.story import article, meeting

NOTHING = Picture("nothing", (), (), (), shown=0)


def retold(picture: Picture, **changes: object) -> Picture:
    """Change the first sentence of a picture."""
    first = picture.events[0]
    sentence = replace(first.sentences[0], **changes)  # type: ignore[arg-type]
    return replace(picture, events=(replace(first, sentences=(sentence,)), *picture.events[1:]))


@pytest.fixture
def picture() -> Picture:
    return drawn(
        article("a", meeting("Ann Adams/IE", "CH", when="1998-05-03"), title="They met", published="1998-05-04")
    )


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_is_the_same_and_ends_no_script(value: object) -> None:
    text = script_json({"value": value})
    assert not re.search(r"[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"value": value}


def test_a_sentence_comes_in_three_pieces(picture: Picture) -> None:
    [event] = picture_data(picture)["events"]
    [sentence] = event["sentences"]
    assert sentence["said"] == ["", "MEETING", " occurred: Ann Adams Switzerland 1998-05-03."]
    assert picture_data(picture)["articles"] == [{"id": "a", "title": "They met", "published": "1998-05-04"}]


def test_a_trigger_outside_of_its_sentence_marks_nothing(picture: Picture) -> None:
    beyond = retold(picture, trigger_start=9000, trigger_end=9005)
    assert picture_data(beyond)["events"][0]["sentences"][0]["said"][1:] == ["", ""]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("http://[broken", False),
    ],
)
def test_only_addresses_of_the_web_become_links(picture: Picture, url: str, kept: bool) -> None:
    [told] = picture_data(retold(picture, url=url))["articles"]
    assert ("url" in told) is kept


def test_the_policy_allows_the_own_script_and_style_alone(web: Path) -> None:
    text = page(picture_data(NOTHING))
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for element in ("script", "style"):
        [own] = re.findall(rf"<{element}>(.*?)</{element}>", text, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(own.encode()).digest()).decode()}'" in policy
    assert (web / "picture.js").read_text(encoding="utf-8").strip() in text


def test_titles_are_text(web: Path) -> None:  # noqa: ARG001 - it has to be there
    text = page(picture_data(replace(NOTHING, title="</title><script>alert(1)</script>")))
    assert "<script>alert" not in text


def test_a_notebook_shows_a_frame_without_rights(web: Path) -> None:  # noqa: ARG001
    shown = View(NOTHING)._repr_html_()
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in shown
    assert "allow-same-origin" not in shown
    assert shown.count("<") == 2  # the frame alone; the page in it is escaped


def test_saving(web: Path, tmp_path: Path) -> None:  # noqa: ARG001
    path = View(NOTHING).save(tmp_path / "x.html")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert View(NOTHING).save(path).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    with pytest.raises(StoreError, match=r"gone.x\.html: the picture can't be written: No such file"):
        View(NOTHING).save(tmp_path / "gone" / "x.html")


def test_without_the_bundle_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("kg.picture.bundle.files", lambda _: tmp_path)
    with pytest.raises(StoreError, match=r"kg/_web/picture\.js is missing: .*`make web` does it"):
        View(NOTHING).html()
