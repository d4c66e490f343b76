"""How does it behave: one car's PCM as a plain object, without Qt, threads or wall-clock time."""
