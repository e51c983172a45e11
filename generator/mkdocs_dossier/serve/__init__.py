"""The preview under `mkdocs serve`: what is watched, what is made again, how requests are answered, and the banner."""
