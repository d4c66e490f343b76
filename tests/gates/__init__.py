"""The trials in which each gate was seen to fail, and the gates that are tests themselves."""
