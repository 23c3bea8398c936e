"""The clues to a human being, and how much each tells."""

from __future__ import annotations

from enum import Enum


class Clue(Enum):
    """A clue; WEIGHTS says how much it tells."""

    COURTESY = "Mr X"
    OFFICE = "President X"
    ROLE = "spokesman X"
    OFFICE_OF = "President of the Academy X"
    APPOSITION = "X, the Turkish leader"
    AGE = "X, 61,"
    WHO = "X, who"
    NAMED = "a barber named X"
    OWNER = "X's wife"
    GIVEN = "the first word is a given name"
    MIDDLE = "a later word is a given name"
    SURNAME = "the last word ends as surnames do"
    SURNAME_ALONE = "the only word ends as surnames do"
    SHAPE = "Park Geun-hye: surname first, short syllables"
    ACTS = "X said"
    SUBJECT = "X did it"
    OF_STATE = "X of Chile"
    STATES_OWN = "Chile's X"
    MODEL_FULL = "the model calls the whole of several words a person"
    MODEL_PART = "the model calls a single word a person, or more or less than the words"
    MODEL_OFTEN = "the model calls it a person at several places, and nothing else anywhere"
    MODEL_BODY = "the model calls it an organization or a work"
    MODEL_PLACE = "the model calls it a place or a people"
    MET = "met X, talks with X"
    ACT = "X's visit, X's remarks"
    THING = "the newspaper X, carmaker X, X shares"
    BETWEEN = "between two accepted persons in a list"
    LISTED = "beside an accepted person in a list"
    ARTICLE = "the X"
    WHERE = "in X"
    WITHIN = "X, Germany"
    INSTITUTION = "X Foundation"
    SPOT = "Camp X, the town of X, Morgan Stanley"
    PLURAL = "the last word is a plural"


# An article's evidence for a name is the sum over the distinct clues seen with it.
WEIGHTS = {
    Clue.COURTESY: 4.0,
    Clue.OFFICE: 3.0,
    Clue.ROLE: 2.5,
    Clue.OFFICE_OF: 2.0,
    Clue.APPOSITION: 2.5,
    Clue.AGE: 2.0,
    Clue.WHO: 1.5,
    Clue.NAMED: 1.5,
    Clue.OWNER: 1.5,
    Clue.GIVEN: 2.2,
    Clue.MIDDLE: 0.5,
    Clue.SURNAME: 0.7,
    Clue.SURNAME_ALONE: 0.5,
    Clue.SHAPE: 1.5,
    Clue.ACTS: 1.0,
    Clue.SUBJECT: 0.5,
    Clue.OF_STATE: 1.0,
    Clue.STATES_OWN: 1.5,
    Clue.MODEL_FULL: 1.8,
    Clue.MODEL_PART: 1.0,
    Clue.MODEL_OFTEN: 0.5,
    Clue.MODEL_BODY: -0.2,
    Clue.MODEL_PLACE: -0.5,
    Clue.MET: 1.0,
    Clue.ACT: 0.7,
    Clue.THING: -3.0,
    Clue.BETWEEN: 1.0,
    Clue.LISTED: 1.0,
    Clue.ARTICLE: -3.0,
    Clue.WHERE: -1.5,
    Clue.WITHIN: -1.5,
    Clue.INSTITUTION: -4.0,
    Clue.SPOT: -5.0,
    Clue.PLURAL: -3.0,
}
