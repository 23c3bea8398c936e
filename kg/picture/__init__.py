"""The picture: a graph drawn as one page that needs nothing else; as data, its layout and its file."""
