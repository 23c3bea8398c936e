"""The explorer in a real browser: every page at three widths, light and dark, and what people do on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import kg
from tests.browser.chromium import NewPage
from tests.story import article, meeting, visit
from tests.web.conftest import ANN, BOB, CAT, DAN, STORIES, write
from tests.web.served import served

_MORE = (
    article("b1", meeting(ANN, BOB, CAT, when="2012-05-06", place="#Geneva/CH"), visit(BOB, "GH", "2013-07-08")),
    article("b2", meeting(CAT, DAN, when="2014-01-02"), visit(ANN, "GH", "2014-09-10"), visit(ANN, "RU", "2011-01-01")),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("explorer") / "stories", *STORIES, *_MORE)


@pytest.fixture(scope="module")
def site(place: Path, web: Path) -> Iterator[str]:  # noqa: ARG001 - the scripts have to be there
    with served(str(place)) as (address, _):
        yield address.rstrip("/")


@pytest.fixture(scope="module")
def pages(place: Path) -> dict[str, str]:
    graph = kg.open(place)
    [event] = [one.event.id for one in graph.common("Ann Adams", "Bob Adams", since="2015")]
    ann, cat = graph.actor("Ann Adams").id, graph.actor("Cat Adams").id
    return {
        "start": "/",
        "search": "/search?q=adams",
        "index": "/actors?type=Person",
        "actor": f"/actor/{ann}",
        "event": f"/event/{event}",
        "connections": f"/connections?a={ann}&b={cat}",
        "meant": "/connections?a=Adams&b=",
        "article": "/article?id=a1",
        "hostile": f"/actor/{graph.search('mallory')[0].actor.id}",
        "picture": f"/picture?actor={ann}",
        "cypher": "/cypher?q=MATCH+(a:Person)-[m:MEETS]-(b)+RETURN+a,+m,+b.name+AS+name,+m.start+AS+day",
        "mistake": "/cypher?q=MATCH+(a)+RETURN+b",
        "upload": "/upload",
        "missing": "/actor/nobody",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1400])
def test_every_page_fits_and_can_be_read_by_all(
    new_page: NewPage, site: str, pages: dict[str, str], width: int, scheme: str
) -> None:
    watched = new_page(width=width, color_scheme=scheme, reduced_motion="reduce")
    watched.expected_errors += ["status of 404", "status of 400"]
    findings: list[str] = []
    for name, address in pages.items():
        watched.page.goto(site + address)
        _drawn(watched.page)
        watched.photograph(f"explorer-{name}-{width}-{scheme}", full_page=True)
        if not watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            findings.append(f"{name}: wider than the window")
        if width != 820:
            findings += [f"{name}: {finding}" for finding in watched.accessibility_findings()]
    assert findings == []


def _drawn(page: Page) -> None:
    """Wait for maps and pictures in sight."""
    page.wait_for_load_state("networkidle")
    for place in page.locator("[data-picture]").all():
        if place.is_visible():
            expect(place.locator("svg").first).to_be_visible()
    # What a script has put there has its place and colours in the frame after the next.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_an_actor_is_found_while_typing(new_page: NewPage, site: str) -> None:
    page = new_page().page
    page.goto(site)
    expect(page.locator("#q")).to_be_focused()  # a browser does so when it has drawn the page
    page.keyboard.type("adams")
    options = page.locator(".suggestions [role=option]")
    expect(options).to_have_count(4)
    expect(options.first).to_contain_text("Ann Adams")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    page.keyboard.type(" an")
    expect(page.locator(".suggestions [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ann Adams")


def test_a_name_that_is_markup_is_suggested_as_text(new_page: NewPage, site: str) -> None:
    page = new_page().page
    page.goto(site)
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("evil")
    expect(page.locator(".suggestions [role=option]").first).to_contain_text("Eve <script>alert(1)</script> Evil")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Eve <script>alert(1)</script> Evil")


def test_a_timeline_is_filtered_and_the_address_says_how(new_page: NewPage, site: str, pages: dict[str, str]) -> None:
    page = new_page().page
    page.goto(site + pages["actor"])
    timeline = page.locator("#timeline")
    timeline.get_by_role("checkbox", name="Visit").check()
    timeline.get_by_label("from").fill("2014")
    timeline.get_by_role("button", name="Show").click()
    expect(timeline.get_by_text("4 events of 7.")).to_be_visible()
    assert "type=Visit" in page.url
    assert "since=2014" in page.url
    page.reload()
    expect(timeline.get_by_role("checkbox", name="Visit")).to_be_checked()
    expect(timeline.locator(".entry")).to_have_count(4)


def test_the_map_has_the_states_and_the_list_stays(new_page: NewPage, site: str, pages: dict[str, str]) -> None:
    page = new_page().page
    page.goto(site + pages["actor"])
    expect(page.locator("svg.map .visited")).to_have_count(4)
    names = page.locator("svg.map .visited title").all_text_contents()
    assert sorted(names) == ["Ghana: 1 visit", "Norway: 1 visit", "Russia: 1 visit", "Switzerland: 1 visit"]
    expect(page.locator("[data-country]")).to_have_count(4)


def test_a_neighbour_in_the_picture_tells_its_timeline(new_page: NewPage, site: str, pages: dict[str, str]) -> None:
    page = new_page().page
    page.goto(site + pages["actor"])
    picture = page.locator(".neighbourhood .kg-picture")
    expect(picture.locator(".kgp-details")).to_be_hidden()
    picture.get_by_role("button", name=re.compile("^Bob Adams, person")).focus()
    page.keyboard.press("Enter")
    expect(picture.locator(".kgp-details")).to_contain_text("Bob Adams")
    page.get_by_role("link", name="The whole picture").click()
    expect(page.locator(".whole.kg-picture svg").first).to_be_visible()


def test_two_are_chosen_from_suggestions(new_page: NewPage, site: str) -> None:
    page = new_page().page
    page.goto(f"{site}/connections")
    for label, typed in (("Who", "dan"), ("and who", "ann")):
        page.get_by_label(label, exact=True).press_sequentially(typed)
        expect(page.locator(".suggestions [role=option]")).to_have_count(1)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are Dan Adams and Ann Adams connected?")
    expect(page.locator(".ways > li")).not_to_have_count(0)
    expect(page.locator(".ways mark").first).to_have_text("MEETING")
    assert "a=person" in page.url


def test_the_words_of_an_article_lead_to_the_event_and_back(new_page: NewPage, site: str) -> None:
    page = new_page().page
    page.goto(f"{site}/article?id=a1")
    page.locator(".text .foot").first.click()
    assert page.url.endswith("#event-1")
    page.locator("#event-1 a").nth(1).click()
    expect(page.get_by_role("heading", name="Where the reports differ")).to_be_visible()
    page.locator(".differ a").first.click()
    assert "#report:" in page.url


def test_a_query_is_run_by_the_keyboard_and_downloaded(new_page: NewPage, site: str) -> None:
    page = new_page().page
    page.goto(f"{site}/cypher")
    page.get_by_label("Query").fill("MATCH (p:Person)-[m:MEETS]-(q:Person) RETURN p, m, q ORDER BY p.name DESC")
    page.keyboard.press("Control+Enter")
    expect(page.locator("table.answer tbody tr").first).to_contain_text("Mallory")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "answer.csv"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("p,m,q")
    page.get_by_text("Picture", exact=True).click()
    expect(page.locator(".kg-picture svg").first).to_be_visible()
    page.get_by_role("link", name="Who met most often?").click()
    expect(page.locator("table.answer")).to_be_visible()


def test_a_text_is_read_while_somebody_watches(new_page: NewPage, site: str) -> None:
    watched = new_page()
    page = watched.page
    page.goto(f"{site}/upload")
    page.get_by_label("Headline").fill("Merkel meets Macron")
    page.get_by_label("Day of publication").fill("2018-06-19")
    page.get_by_label("Text", exact=True).fill("Angela Merkel met Emmanuel Macron in Meseberg on Tuesday.")
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert watched.accessibility_findings() == []
    expect(page.get_by_role("heading", name="What was found")).to_be_visible(timeout=240_000)
    watched.photograph("explorer-report", full_page=True)
    assert watched.accessibility_findings() == []
    page.get_by_role("link", name="Meeting: Angela Merkel, Emmanuel Macron").click()
    expect(page.get_by_text("19 June 2018", exact=False).first).to_be_visible()


def test_too_large_a_file_is_not_even_sent(new_page: NewPage, site: str) -> None:
    page = new_page().page
    page.goto(f"{site}/upload")
    page.get_by_label("Text, web pages").set_input_files(
        {"name": "large.txt", "mimeType": "text/plain", "buffer": b"x" * (33 << 20)}
    )
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_role("alert")).to_contain_text("at most 32 MB")


def test_all_but_maps_and_pictures_goes_without_scripts(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False).page
    page.goto(site)
    page.get_by_role("searchbox").fill("adams")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Ann Adams").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ann Adams")
    page.get_by_role("link", name=re.compile("How is Ann Adams connected")).click()
    page.get_by_role("link", name="Cat Adams").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are Ann Adams and Cat Adams connected?")
    page.goto(f"{site}/cypher?q=RETURN+1+AS+one")
    expect(page.locator("table.answer td")).to_have_text("1")


def test_the_browser_runs_nothing_that_is_not_ours(new_page: NewPage, site: str) -> None:
    watched = new_page()
    watched.expected_errors += ["Content Security Policy", "Trusted", "TrustedHTML", "TrustedScript"]
    page = watched.page
    page.goto(site)
    ran = page.evaluate(
        """() => {
            const made = (name, text) => {
                const element = document.createElement(name);
                element.textContent = text;
                document.head.append(element);
            };
            const tried = [
                () => { document.body.innerHTML = "<img src=x onerror='window.ran = 1'>"; },
                () => made("script", "window.ran = 1"),
                () => made("style", "body { --ran: 1 }"),
                () => { document.body.setAttribute("onclick", "window.ran = 1"); document.body.click(); },
            ];
            for (const one of tried) try { one(); } catch { /* as it should */ }
            return [window.ran, getComputedStyle(document.body).getPropertyValue("--ran")];
        }"""
    )
    assert ran == [None, ""]
    frame = new_page()
    frame.expected_errors += ["frame", "Refused", "status of 403", "Content Security Policy"]
    frame.page.set_content(f'<iframe src="{site}/"></iframe>')
    frame.page.wait_for_timeout(500)
    assert "Ann Adams" not in "".join(each.content() for each in frame.page.frames[1:])


def test_the_keyboard_reaches_everything(new_page: NewPage, site: str, pages: dict[str, str]) -> None:
    page = new_page().page
    page.goto(site + pages["event"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
