"""Compared pictures of the head unit: tolerance, masks, folders, flows, accepting."""
