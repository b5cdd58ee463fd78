"""What is kept of one start for the next: most people check one report at a time, and wait for Python to get ready."""
