"""The commands by what they are for, each with its line in `kg --help`, so that help loads none of them."""

from __future__ import annotations

from itertools import chain

#: Heading -> name -> what it does, in the order in which a newcomer needs them. A command lies in kg/cli/NAME.py
#: as `command`.
SECTIONS: dict[str, dict[str, str]] = {
    "Begin": {
        "demo": "Example articles, from text to graph.",
        "build": "Read articles into a graph.",
        "watch": "Read what comes into a folder, as it comes.",
        "doctor": "Check what kg needs, and say what to do.",
    },
    "Ask": {
        "actors": "Who and what is in a graph.",
        "timeline": "The events of an actor in the order of time.",
        "evidence": "Every sentence that tells of an event.",
        "connections": "How actors are connected, and which sentence says so.",
        "path": "The ways from one actor to another, past those who meet all.",
        "neighbours": "Who shares events with an actor, how often, since when.",
        "common": "The events in which all of some actors take part.",
        "cooccurrence": "Who is named together, in events or in articles.",
        "central": "Who is in the middle of the network.",
        "communities": "Groups who have more to do with each other than with others.",
        "changes": "What is new since a day, or since an earlier graph.",
        "query": "Ask a graph in Cypher.",
    },
    "See it": {
        "view": "The graph as a picture, in one HTML file.",
        "serve": "Explore a graph in a browser.",
    },
    "Who is who": {
        "resolve": "Which names are one person's or organization's; decide it.",
    },
    "Move the graph": {
        "load": "Load a graph into a server, or bring it up to date.",
        "export": "Write a graph as JSON lines, or as files for neo4j-admin.",
        "retract": "Take articles out of a graph.",
    },
    "Keep it up": {
        "stats": "What a workspace holds, and what its runs did.",
        "rebuild": "Extract all again, and say what changed and why.",
    },
    "Without a graph": {
        "extract": "Write the facts of each article.",
        "dates": "The dates of a text, resolved.",
    },
    "Check": {
        "check": "Whether a workspace and its stores are sound.",
        "rescue": "What is whole in a damaged workspace, into a new one.",
        "schema": "Check schemas, or show what can be extracted.",
        "evaluate": "Score extraction against annotated articles.",
    },
    "The shell": {
        "completion": "Let the shell complete commands, options and names.",
    },
}

COMMANDS: dict[str, str] = dict(chain.from_iterable(section.items() for section in SECTIONS.values()))
