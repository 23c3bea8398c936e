"""Which actor a name stands for: a capital and a seat for their government, a demonym for its state."""

from __future__ import annotations

from kg.mentions.coreference.profiles import country_key
from kg.mentions.coreference.resolution import How
from kg.mentions.mention import COUNTRY, Mention, MentionKind

_GOVERNMENTS = (MentionKind.CAPITAL, MentionKind.SEAT)


def entity_of(mention: Mention) -> tuple[str, How]:
    """The actor that a mention stands for.

    >>> entity_of(Mention("Place:Moscow", MentionKind.CAPITAL, 0, 3, 4, 3, "RU"))
    ('Country:RU', <How.STATE: 'state'>)
    """
    if mention.country and (mention.kind in _GOVERNMENTS or mention.kind is MentionKind.DEMONYM):
        return country_key(mention.country), How.STATE
    if mention.country and mention.entity.startswith(COUNTRY):
        return country_key(mention.country), How.NAME
    return mention.entity, How.NAME
