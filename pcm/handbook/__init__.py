"""The lessons of a car as an illustrated how-to, and the page of their results. No Qt."""
