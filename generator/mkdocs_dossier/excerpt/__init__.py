"""The line of a file that a diagnostic points at, as it may be shown: cut, escaped, and never one that is private."""
