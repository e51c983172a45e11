"""From prose to mentions: the matcher, the rules for names, countries and dates."""
