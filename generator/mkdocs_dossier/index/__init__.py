"""Groups, counts and orders what was found in the articles, so that a page only looks things up."""
