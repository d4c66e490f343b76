"""Records what a tester does as a flow: verbs become keywords, changes become expectations."""
