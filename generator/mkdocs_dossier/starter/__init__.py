"""The files of a new collection: what `dossier init` writes, from a few answers."""
