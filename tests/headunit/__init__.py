"""The head unit driven by verbs: sameness, secrecy, saving, the speed lock, random walks."""
