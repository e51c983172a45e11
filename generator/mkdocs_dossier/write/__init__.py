"""Puts files on disk: whole or not at all, only where they differ, and nothing that others wrote is ever removed."""
