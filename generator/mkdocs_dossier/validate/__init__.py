"""Turns raw trees into records that later stages can trust: every field checked, every reference known, nothing private
left.
"""
