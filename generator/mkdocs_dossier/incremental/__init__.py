"""How it is known what has to be made again: pages record what they ask, and digests tell whether the answers
changed.
"""
