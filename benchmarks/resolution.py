"""How well people are told apart and together, on articles written from journeys; and how resolution grows with names.

    python benchmarks/resolution.py [--trips N] [--errors] [--json]
    python benchmarks/resolution.py --names 100000

The journeys of American presidents and secretaries of state (`../shared/data/us_travels`) are written as short
articles (`travel_articles.py`), the whole pipeline reads them into a workspace, and the people in its graph are
compared with those of `data/people_of_us_travels.jsonl`: facts, written by hand, about whom a name means in which
years. Travellers are known from the record itself. `--names` measures nothing but the time of resolution, on that many
made-up names.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from kg.mentions.mention import LocalEntity
from kg.pipeline.articles import Articles
from kg.pipeline.build import build
from kg.resolution.entities import resolve_entities
from kg.resolution.identity import normalised
from kg.workspace.workspace import Workspace

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # run as a program, only its own folder is there

from benchmarks.travel_articles import Trip, articles, traveller_names, trips  # noqa: E402

LABELS = HERE / "data" / "people_of_us_travels.jsonl"
DEFAULT_TRIPS = 1000
Mention = tuple[str, str, str]  # the person whom it means, its node, and name and article for people to read


def main() -> None:
    arguments = _arguments()
    result = names_result(arguments.names) if arguments.names else travels_result(arguments.trips, arguments.errors)
    if arguments.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for key, value in result.items():
        for number, line in enumerate(value if isinstance(value, list) else [value]):
            print(f"{key.replace('_', ' ') if not number else '':34}{line}")


def travels_result(limit: int | None, with_errors: bool) -> dict[str, object]:
    """Build the workspace and compare."""
    rows = trips(limit=limit)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        news.write_text("".join(json.dumps(row) + "\n" for row in articles(rows)), encoding="utf-8")
        report = build([news], Path(folder) / "w")
        built = time.monotonic() - began
        with Workspace.read(Path(folder) / "w") as workspace:
            told = Articles(workspace)
        began = time.monotonic()
        entities = told.resolved([])
        resolved = time.monotonic() - began
    mentions = list(_labelled(told.local, entities.ids, {row["id"]: row for row in rows}))
    nodes = {node for node in entities.by_id if node.startswith("person:")}
    return {
        "articles": report.new,
        "seconds": {"build": round(built, 1), "resolution": round(resolved, 1)},
        "person_nodes": len(nodes),
        "full_names": sum(" " in normalised(entities.by_id[node].name) for node in nodes),
        **compared(mentions, with_errors),
    }


def compared(mentions: Sequence[Mention], with_errors: bool) -> dict[str, object]:
    """Count nodes against people, people in several nodes, and pairs of mentions joined rightly and wrongly."""
    by_person: dict[str, Counter[str]] = defaultdict(Counter)
    by_node: dict[str, Counter[str]] = defaultdict(Counter)
    for person, node, _ in mentions:
        by_person[person][node] += 1
        by_node[node][person] += 1
    together = sum(_pairs(count) for count in Counter((p, n) for p, n, _ in mentions).values())
    in_nodes = sum(_pairs(count.total()) for count in by_node.values())
    of_people = sum(_pairs(count.total()) for count in by_person.values())
    merged = {tuple(sorted(pair)) for people in by_node.values() for pair in combinations(people, 2)}
    result: dict[str, object] = {
        "labelled_mentions": len(mentions),
        "labelled_people": len(by_person),
        "nodes_of_labelled_people": len(by_node),
        "people_in_several_nodes": sum(len(nodes) > 1 for nodes in by_person.values()),
        "pairs_of_people_merged_wrongly": len(merged),
        "pairwise_precision": round(together / in_nodes, 4) if in_nodes else None,
        "pairwise_recall": round(together / of_people, 4) if of_people else None,
    }
    if with_errors:
        result["split"] = list(_splits(mentions, by_person))
        result["merged"] = list(_merges(mentions, by_node))
    return result


def _splits(mentions: Sequence[Mention], by_person: Mapping[str, Counter[str]]) -> Iterator[str]:
    shown: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person, node, name in mentions:
        shown[person, node].append(name)
    for person, nodes in sorted(by_person.items(), key=lambda item: (len(item[1]), item[0]), reverse=True):
        if len(nodes) > 1:
            parts = (f"{count}x {shown[person, node][0]}" for node, count in nodes.most_common(5))
            yield f"{person}: {len(nodes)} nodes: {'; '.join(parts)}"


def _merges(mentions: Sequence[Mention], by_node: Mapping[str, Counter[str]]) -> Iterator[str]:
    shown = {(node, person): name for person, node, name in mentions}
    for node, people in sorted(by_node.items()):
        if len(people) > 1:
            yield " = ".join(f"{person}: {count}x {shown[node, person]}" for person, count in people.most_common())


def _labelled(
    local: Sequence[tuple[str, LocalEntity]], ids: Mapping[tuple[str, str], str], by_id: Mapping[str, Trip]
) -> Iterator[Mention]:
    """Give the mentions whose person is known for sure."""
    labels: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        for name in label["names"]:
            labels[normalised(name)].append(label)
    travellers = _travellers(list(by_id.values()))
    for article, entity in local:
        if entity.type == "Person":
            person = _meant(normalised(entity.name), by_id[article], labels, travellers)
            if person:
                yield person, ids[article, entity.key], f"{entity.name} ({entity.country}) in {article}"


def _travellers(rows: Sequence[Trip]) -> Mapping[str, dict[str, tuple[int, int]]]:
    """For each form of a traveller's name those who bear it, with their years."""
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in rows:
        for form in traveller_names(row):
            year = int(row["start_date"][:4])
            first, last = found[normalised(form)].get(row["who"], (year, year))
            found[normalised(form)][row["who"]] = min(first, year), max(last, year)
    return found


def _meant(
    name: str,
    trip: Trip,
    labels: Mapping[str, list[dict[str, object]]],
    travellers: Mapping[str, dict[str, tuple[int, int]]],
) -> str | None:
    """Whom a name means in an article: its traveller, else the only one who bears it at the time, if need be there."""
    if name in {normalised(form) for form in traveller_names(trip)}:
        return str(trip["who"])
    year = int(trip["start_date"][:4])
    fits = [label for label in labels.get(name, ()) if int(str(label["from"])) <= year <= int(str(label["to"]))]
    here = [label for label in fits if label["country"] == trip["country"]]
    people = {str(label["person"]) for label in here or fits}
    people |= {who for who, (first, last) in travellers.get(name, {}).items() if first <= year <= last}
    return people.pop() if len(people) == 1 else None


def names_result(number: int) -> dict[str, object]:
    """Measure resolution alone on made-up names, and on half as many: twice the names should cost about twice."""
    seconds = {}
    for size in (number // 2, number):
        articles_of_names = [(str(n), [_made_up(n)]) for n in range(size)]
        began = time.process_time()
        entities = resolve_entities(articles_of_names)
        seconds[size] = round(time.process_time() - began, 1)
    different = len({known[0].name for _, known in articles_of_names})
    return {"people": number, "different_names": different, "processor_seconds": seconds, "nodes": len(entities.by_id)}


def _made_up(number: int) -> LocalEntity:
    """Give a person with a name of syllables; a few names are as frequent as in life, most are rare."""
    chance = random.Random(number)

    def word(spread: int, syllables: int) -> str:
        seed = random.Random(int(spread * chance.random() ** 2))
        sounds = (seed.choice("bdfghjklmnprstvz") + seed.choice("aeiou") for _ in range(syllables))
        return "".join(sounds).title() + seed.choice("nrlsmkvt")

    name = f"{word(1000, 1)} {word(40000, 2)}"
    state = random.Random(name).choice(["US", "GB", "FR", "DE", "JP", "IN", "BR", "NG", None])
    return LocalEntity(f"Person:{name}", "Person", name, (name,), state)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trips", type=int, default=DEFAULT_TRIPS, help="how many journeys; 0: all")
    parser.add_argument("--errors", action="store_true", help="name who is split and who is merged")
    parser.add_argument("--names", type=int, default=0, help="measure resolution alone on so many names")
    parser.add_argument("--json", action="store_true", help="JSON for programs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
