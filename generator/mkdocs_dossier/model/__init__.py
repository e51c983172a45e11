"""The frozen nouns that every stage speaks of: records, prose, dates, mentions, pages."""
