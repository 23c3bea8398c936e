"""The explorer: pages that show a graph in a browser, served to this machine. The only room that knows starlette."""
