"""From prose to mentions (DESIGN 4): the matcher, the rules for names, countries and dates."""
