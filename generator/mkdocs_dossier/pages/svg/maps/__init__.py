"""Maps: outlines of countries laid on a plane, and what lies on them."""
