"""The picture of a graph is the same from every store."""

from __future__ import annotations

from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.stores.store import Store
from tests.picture.drawings import picture_from, picture_of
from tests.story import SCHEMA, article, meeting, signing, visit

ANN, BOB, CAT = "Ann Adams/IE", "Bob Brown/GH", "Cat Clark/NO"


def test_every_store_gives_the_same_picture(store: Store) -> None:
    graph = build_graph(
        [
            article(
                "a", meeting(ANN, BOB, when="1998-05-03", place="#Bern/CH"), visit(ANN, "CH", "1998-05-01/1998-05-31")
            ),
            article("b", meeting(ANN, BOB, CAT, "NO", when="2001-01-01"), published="2001-01-02", title="They met"),
            article("c", meeting(CAT, BOB, status=Status.PLANNED), signing("CH", "NO"), signing("GH")),
        ],
        SCHEMA,
    )
    store.write(graph)
    whole = picture_of(graph)
    assert picture_from(store) == whole
    [ann] = [node.id for node in whole.nodes if node.name == "Ann Adams"]
    for wanted in ({"around": (ann,)}, {"found": (ann, whole.events[0].event.id, "country:NO")}):
        assert picture_from(store, **wanted) == picture_of(graph, **wanted)
