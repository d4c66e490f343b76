"""The proofs; the folders mirror those of the project, requirements/ goes by number."""
