"""ArcadeDB in this process: Cypher without a server."""
