"""The preview under `mkdocs serve`: what is watched, what is made again, what is answered, and the banner."""
