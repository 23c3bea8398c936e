"""What articles published since a day say that is new, by the days of publication alone."""

from __future__ import annotations

import datetime as dt

from kg.query.change_results import Change, ChangeKind, FieldChange
from kg.query.changes import State, told
from kg.query.events import text
from kg.query.filters import day_of
from kg.stores.filter import Filter
from kg.stores.gathered import Account


def changes_since(day: dt.date, state: State, bounds: Filter) -> list[Change]:
    """Give events that only articles since a day tell of, then those of which they tell something else than before.

    An article of unknown date is not since; one of which the month alone is known is, if the month ends then or later.
    """
    published = state.graph.published_from(f"{day.year:04}")
    recent = {article for article, when in published if _is_since(when, day)}
    touched = sorted(state.graph.told_in(sorted(recent), bounds))
    state.fetched.tell(touched)
    accounts = [state.fetched.account(event) for event in touched]
    earlier = [account for account in accounts if not _articles(account) <= recent]
    changed = {account.event.id: _news(account, recent) for account in earlier}
    new = [account.event for account in accounts if account.event.id not in changed]
    return [
        *told(ChangeKind.NEW, new, state),
        *told(ChangeKind.CHANGED, [account.event for account in earlier], state, changed),
    ]


def _is_since(published: str, day: dt.date) -> bool:
    last = day_of(published, is_end=True)
    return last is not None and last >= day


def _articles(account: Account) -> set[str]:
    return {telling.article.id for telling in account.tellings}


def _news(account: Account, recent: set[str]) -> tuple[FieldChange, ...]:
    """What holds now and no earlier article said; and how many articles more tell of the event."""
    earlier = [telling.report for telling in account.tellings if telling.article.id not in recent]
    fields = []
    for name in ("status", "start", "end"):
        before = sorted({value for report in earlier if (value := text(report, name))})
        now = text(account.event, name)
        if now is not None and now not in before:
            fields.append(FieldChange(name, " or ".join(before) or None, now))
    articles = _articles(account)
    fields.append(FieldChange("n_articles", str(len(articles - recent)), str(len(articles))))
    return tuple(fields)
