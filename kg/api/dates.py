"""`kg.dates`: the dates of a text, without a model."""

from __future__ import annotations

from kg.corpus.publication_date import iso_date
from kg.errors import InputError
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.dates.find import find_dates_in_text


def dates(text: str, *, published: str | None = None) -> list[DateMention]:
    """Find the dates of a text and resolve them.

    No model is loaded: tense is guessed from the forms of the words. `kg.extract` reads it from the parsed sentence.

    Parameters
    ----------
    text
        Plain English text.
    published
        The day that relative dates count from ("2024-03-19", "2024-03", "2024"). Without it they are found, and
        resolved as far as the other dates of the text allow.

    Returns
    -------
    list of DateMention
        In reading order, none overlapping another: where each stands, its TIMEX3 value, the interval that it means
        (first and last day), and the same in EDTF. What can't be resolved has neither value nor interval.

    Raises
    ------
    InputError
        `published` is no date.

    Examples
    --------
    >>> import kg
    >>> [(date.text, date.value) for date in kg.dates("Ardern flew to Suva on Tuesday.", published="2020-02-27")]
    [('Tuesday', '2020-02-25')]
    """
    if published is not None and iso_date(published) is None:
        raise InputError(f"published: {published!r} is no date. Give one such as 2024-03-19, 2024-03 or 2024")
    return list(find_dates_in_text(text, published=published and iso_date(published)))
