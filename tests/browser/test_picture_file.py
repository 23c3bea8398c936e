"""The picture as a file, opened from disk in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kg.events.facts import Status
from kg.picture.records import Picture
from kg.picture.view import View
from tests.browser.chromium import NewPage
from tests.browser.watched import Watched
from tests.picture.drawings import drawn
from tests.story import article, meeting, signing, visit

ANN, BOB, CAT, DAN, EVE = "Ann Adams/IE", "Bob Brown/GH", "Cat Clark/NO", "Dan Dunn/IE", "Eve Ellis/CH"
SIZES = {"desk": (1400, 900), "tablet": (820, 1100), "phone": (390, 844)}

Opened = Callable[..., Watched]


def story(**wanted: Any) -> Picture:
    """Seven actors: meetings, visits, a signing, a gathering; told of in several articles, by every status."""
    return drawn(
        article("a", meeting(ANN, BOB, when="1998-05-03", place="#Bern/CH"), visit(ANN, "CH", "1998-05-01/1998-05-31")),
        article("b", meeting(ANN, BOB, when="1998-05-03"), published="1998-05-04", title="Adams meets Brown"),
        article("c", meeting(ANN, BOB, when="2003-02-01"), visit(BOB, "NO", "2005-01-01", Status.PLANNED)),
        article("d", meeting(CAT, BOB, status=Status.POSSIBLE), meeting(CAT, EVE, status=Status.NEGATED)),
        article("e", meeting(ANN, CAT, DAN, "+Red Cross", when="2010-09-09"), signing("CH", "NO", when="2008-08-08")),
        **wanted,
    )


def crowded() -> Picture:
    """Sixty who meet each other, and two who have nothing to do with them but one visit."""
    people = [f"P{number:02} Person/IE" for number in range(60)]
    pairs = [(people[one], people[(one * 7 + step) % 60]) for one in range(60) for step in (1, 2, 5)]
    zoe, yan = "Zoe Zander/NO", "Yan Young/NO"
    return drawn(
        article("m", *(meeting(*pair, when="1998-05-03") for pair in pairs if pair[0] != pair[1])),
        article("v", visit(people[0], "NO", "1999-01-01"), visit(zoe, "NO", "1999-01-02")),
        article("s", signing(zoe, yan, when="2001-02-03")),
    )


@pytest.fixture
def opened(new_page: NewPage, web: Path, tmp_path: Path) -> Opened:  # noqa: ARG001 - it has to be there
    """Save a picture and open it; `address` is what stands after the # in the address."""

    def open_picture(picture: Picture | None = None, *, address: str = "", **options: Any) -> Watched:
        path = View(picture or story()).save(tmp_path / "graph.html")
        watched = new_page(**options)
        watched.page.goto(f"{path.as_uri()}#{address}")
        expect(watched.page.locator(".kgp-node").first).to_be_visible()
        return watched

    return open_picture


def node(page: Page, name: str) -> Any:
    return page.locator(f".kgp-node[aria-label^='{name},']")


def line(page: Page, label: str) -> Any:
    return page.locator(f".kgp-line[aria-label^='{label}']")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_picture_at_three_widths(opened: Opened, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    watched = opened(width=width, height=height, color_scheme=scheme)
    expect(watched.page.get_by_role("status")).to_have_text("7 actors, 9 connections, 7 events")
    expect(watched.page.get_by_role("heading", level=1)).to_have_text("test")
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.accessibility_findings() == []
    watched.photograph(f"picture-{size}-{scheme}")
    node(watched.page, "Ann Adams").click()
    assert watched.accessibility_findings() == []
    watched.photograph(f"picture-{size}-{scheme}-chosen", full_page=True)


def test_a_click_on_a_node_tells_its_timeline(opened: Opened) -> None:
    page = opened().page
    details = page.get_by_role("region", name="Details")
    expect(details).to_contain_text("Best connected")
    node(page, "Ann Adams").click()
    expect(details.get_by_role("heading", level=2)).to_have_text("Ann Adams")
    days = details.locator(".kgp-timeline time")
    expect(days).to_have_text(["May 1998", "3 May 1998", "1 Feb 2003", "9 Sep 2010"])
    expect(node(page, "Norway")).to_have_class("kgp-node kgp-kind-country kgp-faded")
    details.get_by_role("button", name="Bob Brown").first.click()
    expect(details.get_by_role("heading", level=2)).to_contain_text("Ann Adams – Bob Brown")
    page.keyboard.press("Escape")
    expect(details).to_contain_text("Best connected")


def test_a_click_on_a_line_tells_what_is_behind_it(opened: Opened) -> None:
    page = opened().page
    line(page, "Ann Adams and Bob Brown: Meeting").locator(".kgp-hit").click(force=True)
    details = page.get_by_role("region", name="Details")
    expect(details.get_by_role("heading", level=2)).to_have_text("Ann Adams – Bob Brown")
    expect(details).to_contain_text("Meeting, occurred · 2 events")
    first = details.locator(".kgp-event").first
    expect(first.locator("time")).to_have_text("3 May 1998")
    expect(first).to_contain_text("in Bern")
    expect(first).to_contain_text("in 2 articles, confidence")
    expect(first.locator("mark").first).to_have_text("MEETING")
    expect(first.locator("blockquote")).to_have_count(2)
    expect(first).to_contain_text("Adams meets Brown, 1998-05-04")


def test_an_article_is_linked_only_where_its_address_is_one_of_the_web(opened: Opened) -> None:
    picture = story()
    watched = opened(with_addresses(picture, {"a": "https://example.org/a?b=1&c=2", "b": "javascript:alert(1)"}))
    line(watched.page, "Ann Adams and Bob Brown: Meeting").locator(".kgp-hit").click(force=True)
    [link] = watched.page.locator(".kgp-details a").all()
    assert link.get_attribute("href") == "https://example.org/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"


def with_addresses(picture: Picture, urls: dict[str, str]) -> Picture:
    """Give articles addresses."""
    from dataclasses import replace

    return replace(
        picture,
        events=tuple(
            replace(e, sentences=tuple(replace(s, url=urls.get(s.article)) for s in e.sentences))
            for e in picture.events
        ),
    )


def test_search_by_keyboard(opened: Opened) -> None:
    page = opened().page
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Find a name")
    expect(field).to_be_focused()
    page.keyboard.type("a")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("Ann Adams")
    page.keyboard.type("dams")
    expect(options).to_have_text(["Ann Adams"])
    field.fill("nobody")
    expect(options).to_have_text(["Nobody of this name"])
    field.fill("o")
    page.keyboard.press("ArrowDown")
    second = page.locator(".kgp-found [aria-selected=true]")
    wanted = second.inner_text()
    page.keyboard.press("Enter")
    expect(node(page, wanted)).to_be_focused()
    expect(page.get_by_role("region", name="Details").get_by_role("heading", level=2)).to_have_text(wanted)


def test_the_picture_is_gone_through_by_keyboard(opened: Opened) -> None:
    watched = opened()
    page = watched.page
    assert page.locator(".kgp-node[tabindex='0']").count() == 1
    page.locator(".kgp-node[tabindex='0']").focus()
    seen = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp") * 4:
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(seen) > 3
    assert page.locator(".kgp-node[tabindex='0']").count() == 1
    watched.photograph("picture-focus")
    page.keyboard.press("Enter")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')").split(",")[0]
    expect(page.get_by_role("region", name="Details").get_by_role("heading", level=2)).to_have_text(name)
    before = page.locator(".kgp-world").get_attribute("transform")
    page.keyboard.press("+")
    assert page.locator(".kgp-world").get_attribute("transform") != before


def test_every_part_is_reached_by_tab(opened: Opened) -> None:
    page = opened().page
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "document.activeElement.closest('[class^=kgp-]:not(button):not(a)')?.getAttribute('class') ?? ''"
            )
        )
    found = " ".join(reached)
    for part in ("kgp-search", "kgp-node", "kgp-tools", "kgp-list", "kgp-choice", "kgp-track", "kgp-scroll"):
        assert part in found, part


def test_types_statuses_and_kinds_are_filtered(opened: Opened) -> None:
    page = opened().page
    counts = page.get_by_role("status")
    rows = page.locator(".kgp-table tbody tr")
    expect(rows).to_have_count(7)
    page.get_by_role("checkbox", name="Visit").uncheck()
    expect(counts).to_contain_text("5 events")
    expect(rows).to_have_count(5)
    page.get_by_role("checkbox", name="possible").uncheck()
    expect(rows).to_have_count(4)
    page.get_by_role("checkbox", name="Event").uncheck()
    expect(page.locator(".kgp-kind-event.kgp-node:not(svg)")).to_have_count(0)
    page.get_by_role("spinbutton", name="at least").fill("2")
    expect(counts).to_have_text("2 of 7 actors, 1 connection, 1 event")
    page.get_by_role("checkbox", name="Meeting").uncheck()
    expect(counts).to_have_text("0 of 7 actors, 0 connections, 0 events")
    expect(page.get_by_role("region", name="Details")).to_contain_text("Nothing passes the filters.")


def test_time_is_narrowed_by_keyboard(opened: Opened) -> None:
    page = opened().page
    assert page.locator(".kgp-bars rect").count() > 5
    time = page.get_by_role("group", name="Time", exact=True)
    expect(time).to_contain_text("and 1 event without a date")
    first = page.get_by_role("slider", name="From")
    first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".kgp-table tbody tr")).to_have_count(4)
    expect(time).to_contain_text("1 event without a date left out")
    assert first.get_attribute("aria-valuetext") == "from 1 Jan 1999"
    page.keyboard.press("End")  # never beyond the other handle
    expect(page.locator(".kgp-table tbody tr")).to_have_count(1)


def test_the_rest_comes_on_demand(opened: Opened) -> None:
    page = opened(story(max_nodes=2)).page
    nodes = page.locator("g.kgp-node")
    expect(nodes).to_have_count(2)
    expect(page.get_by_role("status")).to_contain_text("2 of 7 actors")
    nodes.first.click()
    page.get_by_role("button", name="hidden neighbour").click()
    expect(nodes).not_to_have_count(2)
    page.get_by_role("combobox").fill("Red Cross")
    page.keyboard.press("Enter")
    expect(node(page, "Red Cross")).to_be_focused()
    page.get_by_role("button", name="Show", exact=False).filter(has_text="more").first.click()
    expect(page.get_by_role("status")).to_contain_text("7 actors")
    expect(page.get_by_role("button", name="Show 0 more")).to_have_count(0)


def test_what_happened_is_told_apart_by_more_than_colour(opened: Opened) -> None:
    page = opened().page

    def dashes(label: str) -> str:
        stroke = line(page, label).locator(".kgp-stroke")
        return str(stroke.evaluate("path => getComputedStyle(path).strokeDasharray"))

    occurred, planned = dashes("Ann Adams and Bob Brown: Meeting"), dashes("Bob Brown to Norway: Visit, planned")
    possible = dashes("Cat Clark and Bob Brown: Meeting, possible")
    assert occurred == "none"
    assert len({occurred, planned, possible}) == 3
    assert page.get_by_text("negated").count() == 0
    node(page, "Norway").click()
    expect(page.locator(".kgp-note", has_text="Signing")).to_have_count(1)  # a type is told in words too
    shapes = {
        kind: page.locator(f"g.kgp-kind-{kind} .kgp-glyph")
        .first.get_attribute("d")
        .translate({ord(c): "" for c in "0123456789.- "})  # type: ignore[union-attr]
        for kind in ("person", "country", "organization", "event")
    }
    assert len(set(shapes.values())) == 4


def test_the_table_is_sorted_and_leads_to_the_picture(opened: Opened) -> None:
    page = opened().page
    days = page.locator(".kgp-table tbody th")
    expect(days.first).to_have_text("May 1998")
    page.get_by_role("button", name="When", exact=True).click()
    expect(days.first).to_have_text("no date")
    expect(page.get_by_role("columnheader", name="When")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Articles", exact=True).click()
    page.get_by_role("button", name="Articles", exact=True).click()
    expect(days.first).to_have_text("3 May 1998")
    days.first.get_by_role("button").click()
    details = page.get_by_role("region", name="Details")
    expect(details).to_be_focused()
    expect(details).to_contain_text("Ann Adams – Bob Brown")


def test_the_address_keeps_what_was_chosen(opened: Opened) -> None:
    watched = opened()
    node(watched.page, "Bob Brown").click()
    watched.page.get_by_role("checkbox", name="Visit").uncheck()
    address = watched.page.evaluate("location.hash").removeprefix("#")
    again = opened(address=address).page
    expect(again.get_by_role("region", name="Details").get_by_role("heading", level=2)).to_have_text("Bob Brown")
    expect(again.get_by_role("checkbox", name="Visit")).not_to_be_checked()


def test_nonsense_in_the_address_changes_nothing(opened: Opened) -> None:
    page = opened(address="node=nobody&line=99&since=x&what=&articles=-3&status=%00").page
    expect(page.get_by_role("region", name="Details")).to_contain_text("Nothing passes the filters.")


def test_nodes_are_dragged_and_the_picture_is_magnified(opened: Opened) -> None:
    page = opened().page
    world = page.locator(".kgp-world")
    moved = node(page, "Ann Adams")
    before, box = moved.get_attribute("transform"), moved.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 60, steps=4)
    page.mouse.up()
    assert moved.get_attribute("transform") != before
    expect(page.get_by_role("region", name="Details")).to_contain_text("Best connected")  # no click
    at = world.get_attribute("transform")
    page.mouse.wheel(0, -400)
    expect(world).not_to_have_attribute("transform", str(at))
    page.get_by_role("button", name="Show all").click()


def test_nodes_are_dragged_by_touch(opened: Opened) -> None:
    page = opened(has_touch=True).page
    moved, world = node(page, "Ann Adams"), page.locator(".kgp-world")
    before, at, box = moved.get_attribute("transform"), world.get_attribute("transform"), moved.bounding_box()
    assert box is not None
    finger = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    screen = page.context.new_cdp_session(page)
    screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [finger]})
    for step in (20, 40, 60):
        to = {"x": finger["x"] + step, "y": finger["y"] + step}
        screen.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [to]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(moved).not_to_have_attribute("transform", str(before))
    assert world.get_attribute("transform") == at  # the node was moved, and not the picture
    expect(page.get_by_role("region", name="Details")).to_contain_text("Best connected")
    moved.tap()
    expect(page.get_by_role("region", name="Details")).to_contain_text("Timeline")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_what_a_filter_leaves_is_brought_near_and_back(opened: Opened, motion: str) -> None:
    page = opened(crowded(), reduced_motion=motion).page
    world, back = page.locator(".kgp-world"), page.get_by_role("button", name="Back")
    whole = str(world.get_attribute("transform"))
    expect(back).to_be_hidden()
    page.get_by_role("checkbox", name="Visit").uncheck()
    page.get_by_role("checkbox", name="Meeting").uncheck()
    expect(page.locator(".kgp-nodes .kgp-node")).to_have_count(2)
    expect(back).to_be_visible()
    expect(world).not_to_have_attribute("transform", whole)
    back.click()
    expect(world).to_have_attribute("transform", whole)
    expect(back).to_be_hidden()
    page.get_by_role("checkbox", name="Visit").check()
    page.get_by_role("checkbox", name="Visit").uncheck()
    expect(world).not_to_have_attribute("transform", whole)
    page.get_by_role("checkbox", name="Visit").check()
    expect(world).to_have_attribute("transform", whole)


def test_who_is_searched_is_brought_near_with_those_around(opened: Opened) -> None:
    page = opened(crowded(), reduced_motion="reduce").page
    world = page.locator(".kgp-world")
    whole = str(world.get_attribute("transform"))
    page.get_by_role("combobox").fill("Zoe")
    page.keyboard.press("Enter")
    expect(world).not_to_have_attribute("transform", whole)
    expect(page.locator(".kgp-name-of", has_text="Yan Young")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(world).to_have_attribute("transform", whole)


def test_print_has_the_picture_and_the_table_and_nothing_to_press(opened: Opened) -> None:
    watched = opened(color_scheme="dark")
    node(watched.page, "Ann Adams").click()
    watched.page.emulate_media(media="print")
    expect(watched.page.get_by_role("combobox")).to_be_hidden()
    expect(watched.page.locator(".kgp-tools")).to_be_hidden()
    expect(watched.page.locator(".kgp-svg")).to_be_visible()
    expect(watched.page.locator(".kgp-table")).to_be_visible()
    paper = watched.page.locator(".kg-picture").evaluate("page => getComputedStyle(page).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    watched.photograph("picture-print", full_page=True)


def test_nothing_moves_where_motion_is_not_wanted(opened: Opened) -> None:
    page = opened(reduced_motion="reduce").page
    assert page.locator(".kgp-node").first.evaluate("one => getComputedStyle(one).transitionProperty") == "none"
