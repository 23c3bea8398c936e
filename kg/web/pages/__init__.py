"""One file a page: what it asks the graph, and which template shows it."""
