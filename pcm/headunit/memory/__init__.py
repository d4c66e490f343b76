"""What survives a power cut and a restart of the program: one SQLite file per head unit."""
