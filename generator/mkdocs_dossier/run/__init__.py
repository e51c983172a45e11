"""How a run is set up: options, workers, progress, memory settings, and the package's own files."""
