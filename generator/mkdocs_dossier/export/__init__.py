"""The collection in other forms than pages: one file per format; `registry.py` is the table of those in a site."""
