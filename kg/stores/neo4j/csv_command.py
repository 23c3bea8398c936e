"""The command that brings files into a new Neo4j database."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

_SCRIPT = """\
#!/bin/sh
# Makes a database of the files in this folder, on the machine of the server and while the database isn't running:
#   sh import.sh                                  the database "neo4j", which must not be there yet
#   sh import.sh --overwrite-destination=true     in place of one that is there, which is lost
#   sh import.sh --additional-config=FILE         with settings of your own
# NEO4J_DATABASE names another database. Afterwards start it and run constraints.cypher:
#   cypher-shell -d neo4j -f constraints.cypher
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "${{NEO4J_DATABASE:-neo4j}}" "$@" \\
    {options}
"""


def import_command(files: Iterable[tuple[str, tuple[str, ...], str]], delimiter: str) -> str:
    """Give a shell script with the command.

    Parameters
    ----------
    files
        What each holds ("nodes" or "relationships"), labels or type, name.
    delimiter
        What stands between the texts of a list.

    Examples
    --------
    >>> print(import_command([("nodes", ("Entity", "Person"), "people.csv")], ";").splitlines()[-1].strip())
    --nodes=Entity:Person=people.csv
    """
    options = [
        "--id-type=string",
        f"--array-delimiter=U+{ord(delimiter):04X}",
        "--multiline-fields=true",  # sentences have line breaks in them
        # The importer's own way with faults is to go on without what is faulty.
        "--bad-tolerance=0",
        "--strict=true",
        *(f"--{kind}={':'.join(labels)}={name}" for kind, labels, name in files),
    ]
    return _SCRIPT.format(options=" \\\n    ".join(map(shlex.quote, options)))
