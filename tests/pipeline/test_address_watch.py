"""Addresses that are watched: what is new is read once, what hasn't changed costs nothing, faults are tried again."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.addresses import Looked
from kg.corpus.article import Article
from kg.corpus.fetch import Fetcher
from kg.corpus.fetched import Fetched
from kg.corpus.read import read_inputs
from kg.corpus.reading import Reading
from kg.corpus.unreadable import UnreadableReason, unreadable
from kg.pipeline import address_watch
from kg.pipeline.address_watch import Watched, WatchedAddresses
from kg.pipeline.build import build
from kg.pipeline.builder import Builder
from kg.pipeline.report import RunReport
from kg.pipeline.retraction import retract
from kg.pipeline.watching import watch
from kg.workspace.workspace import Workspace
from tests.site import FEED, PAGE, TEASER, WHOLE, Site, serving

pytestmark = pytest.mark.usefixtures("telling")

_PRIVATE = Reading(allow_private=True)


def look(site: Site, into: Path, *paths: str) -> list[RunReport]:
    """One turn of a watch that was begun anew."""
    site.asked.clear()
    with Builder(into, reading=_PRIVATE) as builder:
        return list(watch([site.address + path for path in paths], builder, once=True))


def asked(site: Site) -> list[str]:
    """What was asked for, but for robots.txt."""
    return [path for path, _ in site.asked if path != "/robots.txt"]


def give_feed(site: Site, *names: str, tag: str = "") -> None:
    """Put up a feed with entries whose pages are there."""
    entries = "".join(TEASER.format(site.address, name) for name in names)
    headers = {"ETag": tag} if tag else {}
    site.give("/feed", FEED.format(entries), 200, Content_Type="application/rss+xml", **headers)
    for name in names:
        site.give(f"/{name}", PAGE.format(name), Content_Type="text/html")


def test_only_new_entries_are_fetched_and_an_unchanged_feed_makes_no_run(site: Site, tmp_path: Path) -> None:
    give_feed(site, "a", "b", tag='"1"')
    [report] = look(site, tmp_path / "w", "/feed")
    assert (report.read, report.new) == (2, 2)
    assert asked(site) == ["/feed", "/a", "/b"]
    site.give("/feed", status=304)
    assert look(site, tmp_path / "w", "/feed") == []
    assert asked(site) == ["/feed"]
    assert dict(site.asked[-1][1])["If-None-Match"] == '"1"'
    give_feed(site, "b", "c", tag='"2"')
    [report] = look(site, tmp_path / "w", "/feed")
    assert (report.read, report.new) == (1, 1)
    assert asked(site) == ["/feed", "/c"]
    give_feed(site, "b", "c")
    assert look(site, tmp_path / "w", "/feed") == []  # the server has forgotten what it gave; the content is the same
    with Workspace.read(tmp_path / "w") as record:
        assert record.ids() == [f"{site.address}/{name}" for name in "abc"]
        assert len(record.runs.all()) == 2
        watched = list(record)
    give_feed(site, "a", "b", "c")
    build([f"{site.address}/feed"], tmp_path / "built", allow_private=True)
    with Workspace.read(tmp_path / "built") as record:
        assert [(a.id, a.text, facts) for a, facts in record] == [(a.id, a.text, facts) for a, facts in watched]


def test_a_page_that_fails_is_tried_again_though_the_feed_has_not_changed(site: Site, tmp_path: Path) -> None:
    """Also by a watch that was begun anew; until then the feed's own words are the article."""
    give_feed(site, "a", "b", tag='"1"')
    site.give("/b", status=500)
    [report] = look(site, tmp_path / "w", "/feed")
    assert (report.new, len(report.warnings)) == (2, 1)
    give_feed(site, "a", "b", tag='"1"')
    [report] = look(site, tmp_path / "w", "/feed")
    assert (report.replaced, report.warnings) == (1, ())
    assert asked(site) == ["/feed", "/b"]
    with Workspace.read(tmp_path / "w") as record:
        found = record.find(f"{site.address}/b")
    assert found is not None
    assert found[0].text.startswith("Chancellor Angela Merkel")


def test_what_was_looked_at_before_a_retraction_is_looked_at_again(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a feed that waits to be read brings back what was taken from it, and then from the record."""
    give_feed(site, "a", "b")
    look(site, tmp_path / "w", "/feed")
    give_feed(site, "a", "b", "c")
    at_first = WatchedAddresses.look

    def look_early(self: WatchedAddresses) -> list[Looked]:
        looked = at_first(self)
        give_feed(site, "b", "c")
        site.give("/a", status=404)
        retract(tmp_path / "w", [f"{site.address}/a"])
        return looked

    monkeypatch.setattr(WatchedAddresses, "look", look_early)
    [report] = look(site, tmp_path / "w", "/feed")
    assert (report.new, report.failed, report.warnings) == (1, (), ())
    with Workspace.read(tmp_path / "w") as record:
        assert record.ids() == [f"{site.address}/{name}" for name in "bc"]
        assert record.retractions() == 1


def test_an_address_that_fails_is_told_and_forgotten_when_it_works(site: Site, tmp_path: Path) -> None:
    site.give("/feed", status=500)
    give_feed(site, "a")
    site.answers["/other"] = site.answers["/feed"]
    site.give("/feed", status=500)
    [report] = look(site, tmp_path / "w", "/feed", "/other")
    assert [failure.message for failure in report.failed] == [
        f"{site.address}/feed: it could not be fetched (the server answered 500)"
    ]
    assert report.new == 1
    site.give("/feed", FEED.format(WHOLE.format(site.address)))
    [report] = look(site, tmp_path / "w", "/feed", "/other")
    assert (report.failed, report.new) == ((), 1)
    with Workspace.read(tmp_path / "w") as record:
        assert record.failed_inputs.all() == []


def test_a_page_is_watched_too(site: Site, tmp_path: Path) -> None:
    site.give("/page", PAGE.format("trade"), Content_Type="text/html")
    [first] = look(site, tmp_path / "w", "/page")
    assert look(site, tmp_path / "w", "/page") == []
    site.give("/page", PAGE.format("peace"), Content_Type="text/html")
    [second] = look(site, tmp_path / "w", "/page")
    assert (first.new, second.replaced) == (1, 1)


def test_folders_and_addresses_together(site: Site, tmp_path: Path) -> None:
    """The record is that of a build of all of them; afterwards each is known to have nothing new."""
    give_feed(site, "a", "b", tag='"1"')
    for number, name in enumerate(("one", "other")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{number}.txt").write_text("FR met DE.")
    sources = [str(tmp_path / "one"), f"{site.address}/feed", str(tmp_path / "other")]
    with Builder(tmp_path / "w", reading=_PRIVATE) as builder:
        reports = list(watch(sources, builder, once=True, quiet=0.1))
        assert sum(report.new for report in reports) == 4
        site.give("/feed", status=304)
        [report] = watch(sources, builder, once=True, quiet=0.1)
        assert (report.new, report.unchanged) == (0, 2)
    give_feed(site, "a", "b")
    build(sources, tmp_path / "built", allow_private=True)
    with Workspace.read(tmp_path / "w") as one, Workspace.read(tmp_path / "built") as other:
        assert [(a.id, a.text, facts) for a, facts in one] == [(a.id, a.text, facts) for a, facts in other]


def test_news_of_either_kind_come_while_the_other_is_quiet(site: Site, tmp_path: Path) -> None:
    give_feed(site, "a")
    (tmp_path / "in").mkdir()
    with Builder(tmp_path / "w", reading=_PRIVATE) as builder:
        reports = watch([tmp_path / "in", f"{site.address}/feed"], builder, idle=20, quiet=0.1, every=0.3)
        assert next(reports).new == 1
        (tmp_path / "in" / "b.txt").write_text("FR met DE.")
        assert next(reports).new == 1
        give_feed(site, "a", "c")
        assert next(reports).new == 1
        (tmp_path / "in" / "b.txt").write_text("FR met PL.")
        assert next(reports).replaced == 1


_TURN = st.tuples(st.sets(st.sampled_from("abcd"), min_size=1), st.sets(st.sampled_from("abcd")), st.booleans())


@settings(max_examples=15)
@given(turns=st.lists(_TURN, min_size=1, max_size=5), restarts=st.sets(st.integers(1, 4)))
def test_every_entry_is_recorded_and_no_page_is_read_twice(
    turns: list[tuple[set[str], set[str], bool]], restarts: set[int]
) -> None:
    """Whatever comes, goes and fails in between, with a server that knows its versions or none, begun anew or not."""
    record: dict[str, Article] = {}

    def is_recorded(told: Article) -> bool:
        return told.id in record and record[told.id].text != told.text

    with serving() as site:
        address = f"{site.address}/feed"
        watched = Watched(address, 0.0, is_recorded)
        whole: set[str] = set()
        for number, (names, broken, has_tag) in enumerate(turns):
            give_feed(site, *sorted(names), tag="-".join(sorted(names)) if has_tag else "")
            for name in names & broken:
                site.give(f"/{name}", status=500)
            if number in restarts:
                watched = Watched(address, 0.0, is_recorded, watched.kept)
            site.asked.clear()
            looked = watched.look(Fetcher(allow_private=True))
            found = read_inputs([looked], reading=_PRIVATE) if looked else ()
            record |= {item.id: item for item in found if isinstance(item, Article)}
            assert sorted(asked(site)) == sorted(["/feed", *(f"/{name}" for name in names - whole)])
            whole |= names - broken
            for name in names:
                assert record[f"{site.address}/{name}"].text.startswith("Chancellor" if name in whole else "Merkel met")


@given(turns=st.lists(st.sampled_from(["new", "same", "gone"]), min_size=1, max_size=40))
def test_waiting_grows_with_failures_and_ends_with_the_first_success(turns: list[str]) -> None:
    """Never sooner than the turn, never later than a day, and from the first answer on as often as ever."""
    now, every = 1000.0, 60.0
    clock = SimpleNamespace(monotonic=lambda: now)

    class Server:
        def fetch_new(self, address: str, _known: object) -> object:
            if turn == "gone":
                return unreadable(address, UnreadableReason.FETCH)
            return Fetched("u", None) if turn == "new" else None  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address_watch, "time", clock)
        watched = Watched("a", every, lambda _: False)
        failures = 0
        for turn in turns:
            found = watched.look(Server())  # type: ignore[arg-type]
            failures = failures + 1 if turn == "gone" else 0
            assert (found is None) == (turn == "same")
            wait = watched.due - now
            assert wait == min(every * 2 ** max(0, failures - 1), 86_400)
            now = watched.due
