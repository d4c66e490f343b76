"""Every documented procedure in every generation: by touch in the real window, and by verbs."""
