"""Dossier: prose in, evidence-linked dossiers out. `build.py` shows the order of the stages; start there."""

__version__ = "0.1.0"
