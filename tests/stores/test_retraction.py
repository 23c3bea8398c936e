"""An article is taken out of every store in one transaction, and what is left is the graph of the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.build import build_graph
from kg.graph.difference import difference
from kg.stores.cypher.loader import ATOMIC
from kg.stores.cypher.store import CypherStore
from kg.stores.store import Store
from kg.workspace.judgement import Judgement
from tests.random_news import judgements, news
from tests.stores.test_contract import exactly, same_store
from tests.story import SCHEMA, Record


@same_store
@given(told=news(), judged=judgements(), data=st.data())
def test_an_article_goes_in_one_transaction(
    store: Store, told: list[Record], judged: list[Judgement], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([article.id for article, _ in told]))
    whole = build_graph(told, SCHEMA, judgements=judged)
    left = build_graph([record for record in told if record[0].id != gone], SCHEMA, judgements=judged)
    store.write(whole)
    change = difference(whole, left)
    assert 0 < len(change) <= ATOMIC
    transactions = 0
    if isinstance(store, CypherStore):
        transact = store.engine.transact

        def counted(work):  # type: ignore[no-untyped-def]
            nonlocal transactions
            transactions += 1
            return transact(work)

        store.engine.transact = counted  # type: ignore[method-assign]
        try:
            store.apply(change)
        finally:
            store.engine.transact = transact  # type: ignore[method-assign]
        assert transactions == 1
    else:
        store.apply(change)
    assert exactly(store.snapshot()) == exactly(left)
