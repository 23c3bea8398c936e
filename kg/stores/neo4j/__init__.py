"""A graph on a Neo4j server, over the official driver."""
