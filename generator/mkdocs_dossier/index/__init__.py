"""Group, count, order: one pass over the linked corpus, so that a page has only to look things up."""
