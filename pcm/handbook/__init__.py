"""The lessons as an illustrated how-to for reading and printing."""
