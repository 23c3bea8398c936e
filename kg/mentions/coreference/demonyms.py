"""Demonyms as nouns: "the Peruvians" are the state, "the Peruvian" a person of it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.binding import excluded
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.standing import entity_of
from kg.mentions.coreference.unstated import is_known, unstated
from kg.mentions.mention import Mention


def demonym(site: Site, mention: Mention, discourse: Discourse) -> Resolution:
    """The state, but for a single "the American": the person of that state told of last."""
    key, how = entity_of(mention)
    token = site.token
    if _is_single_demonym(token, mention):
        people = discourse.profiles.people
        barred = excluded(site, discourse)
        for distance in range(4):
            near = [key_ for e in discourse.before(site, distance) for key_ in e.entities if key_ in people]
            of_state = {person for person in near if key in discourse.profiles.owners(person)} - barred
            if len(of_state) == 1:
                return Resolution((of_state.pop(),), How.DESCRIPTION, token.left_edge.i, mention.end)
        found = _main_of(site, key, discourse) - barred or unstated(site, discourse, [key], "leader")
        return Resolution(tuple(found), How.DESCRIPTION if found else How.UNRESOLVED, mention.start, mention.end)
    return Resolution((key,), how, mention.start, mention.end)


def _main_of(site: Site, state: str, discourse: Discourse) -> set[str]:
    """The only person of a state of whom the article has told much so far."""
    told = {key for e in discourse.entries if e.position < site.position for key in e.entities}
    of_state = {k for k in told if k in discourse.profiles.people and state in discourse.profiles.owners(k)}
    known = {key for key in of_state if is_known(key, discourse)}
    return known if len(known) == 1 else set()


def _is_single_demonym(token: Token, mention: Mention) -> bool:
    """Whether a demonym is a person: "the Cuban", "the Frenchman"."""
    if token.tag_ not in ("NN", "NNP", "JJ") or token.i != mention.head or token.dep_ in ("compound", "amod", "nmod"):
        return False
    # "The French", "the Chinese", "the Swiss" are all of them.
    if token.lower_.endswith(("ese", "sh", "ch", "s")) and token.lower_ != "czech":
        return False
    return any(child.lower_ == "the" and child.dep_ == "det" for child in token.children)
