"""The collection in other forms: one file per format."""
