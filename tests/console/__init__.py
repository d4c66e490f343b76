"""The console as a process: exit statuses, clear errors, JSON, hostile input."""
