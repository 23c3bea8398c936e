"""Summits, talks and ceremonies as things that an article tells of, who attended them and who travelled to them."""
