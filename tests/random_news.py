"""Random articles about a few people, states and days, so that many tell of the same; and judgements on the people."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.events.facts import Status
from kg.mentions.mention import PERSON
from kg.resolution.reference import Reference
from kg.workspace.judgement import Judgement, Verdict
from tests.story import Record, Told, article, meeting, signing, visit

_PEOPLE = ("Mary Robinson/IE", "Robinson/IE", "Kofi Annan/GH", "Kofi A. Annan/GH", "Wim Kok", "Kofi Annan/NO")
_NAMES = ("Mary Robinson", "Kofi Annan", "Kofi A. Annan", "Wim Kok", "Robinson")
_STATES = ("CH", "RU", "IE", "GH", "NO")
_DAYS = ("1998-05-03", "1998-05-01/1998-05-31", "1998-05-04", None)
_IDS = "abcd"

_actors = st.lists(st.sampled_from((*_PEOPLE, *_STATES)), min_size=2, max_size=3, unique=True)
_days = st.sampled_from(_DAYS)
_statuses = st.sampled_from(list(Status))


@st.composite
def _told(draw: st.DrawFn) -> Told:
    kind = draw(st.sampled_from(("meeting", "visit", "signing")))
    if kind == "meeting":
        place = draw(st.sampled_from((None, "#Bern/CH", "NO")))
        return meeting(*draw(_actors), when=draw(_days), status=draw(_statuses), place=place)
    if kind == "visit":
        return visit(draw(st.sampled_from(_PEOPLE)), draw(st.sampled_from(_STATES)), draw(_days), draw(_statuses))
    title, named = draw(st.sampled_from((("an accord", False), ("Treaty of Bern", True))))
    return signing(*draw(_actors), when=draw(_days), document=title, named=named)


@st.composite
def news(draw: st.DrawFn) -> list[Record]:
    """Two to four articles, of which one may be a copy of another."""
    written: list[Record] = []
    told: list[list[Told]] = []
    for own_id in _IDS[: draw(st.integers(2, 4))]:
        copied = draw(st.sampled_from((None, *range(len(told)))))
        told.append(told[copied] if copied is not None else draw(st.lists(_told(), max_size=4)))
        copy_of = _IDS[copied] if copied is not None else ""
        published = draw(st.sampled_from((None, "1998-05-05", "1998-06")))
        written.append(article(own_id, *told[-1], published=published, copy_of=copy_of))
    return written


_sides = st.builds(
    lambda name, own_id: Reference.of(PERSON, name, article=own_id),
    st.sampled_from(_NAMES),
    st.sampled_from((None, *_IDS)),
)


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """Up to three judgements of people, some on articles that may not be there."""
    pairs = draw(st.lists(st.tuples(_sides, _sides, st.sampled_from(list(Verdict))), max_size=3))
    return [
        Judgement.of(one.text, other.text, verdict, score=1.0, reason="", judge="ann")
        for one, other, verdict in pairs
        if one != other
    ]
