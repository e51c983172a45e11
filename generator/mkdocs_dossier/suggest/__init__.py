"""Names that the texts use and no record covers: capitalised runs, what stands around them, how widely used."""
