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


# An article's evidence for a name is the sum over the distinct clues seen with it. In whole numbers: a sum of fractions
# hangs, in its last digit, on the order of a set, and so on the process.
WEIGHTS: dict[Clue, int] = {
    Clue.COURTESY: 40,
    Clue.OFFICE: 30,
    Clue.ROLE: 25,
    Clue.OFFICE_OF: 20,
    Clue.APPOSITION: 25,
    Clue.AGE: 20,
    Clue.WHO: 15,
    Clue.NAMED: 15,
    Clue.OWNER: 15,
    Clue.GIVEN: 22,
    Clue.MIDDLE: 5,
    Clue.SURNAME: 7,
    Clue.SURNAME_ALONE: 5,
    Clue.SHAPE: 15,
    Clue.ACTS: 10,
    Clue.SUBJECT: 5,
    Clue.OF_STATE: 10,
    Clue.STATES_OWN: 15,
    Clue.MODEL_FULL: 18,
    Clue.MODEL_PART: 10,
    Clue.MODEL_OFTEN: 5,
    Clue.MODEL_BODY: -2,
    Clue.MODEL_PLACE: -5,
    Clue.MET: 10,
    Clue.ACT: 7,
    Clue.THING: -30,
    Clue.BETWEEN: 10,
    Clue.LISTED: 10,
    Clue.ARTICLE: -30,
    Clue.WHERE: -15,
    Clue.WITHIN: -15,
    Clue.INSTITUTION: -40,
    Clue.SPOT: -50,
    Clue.PLURAL: -30,
}
