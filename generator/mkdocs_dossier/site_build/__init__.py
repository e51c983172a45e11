"""The site on disk: staging, output, the full-text index. It and `plugin/` and `serve/` alone import mkdocs."""
