"""Many files, one after another."""
