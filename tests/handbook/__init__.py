"""The handbook and the report of lessons, as files on the disk."""
