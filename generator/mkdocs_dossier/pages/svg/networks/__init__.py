"""Pictures of who is named with whom."""
