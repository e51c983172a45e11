"""Pictures, drawn when a page is made: static SVG in the colours of the page, each with its figures in words."""
