"""Waivers: findings that somebody accepted on purpose, each with a reason, in the report or in a file beside it."""

CODES = ("WAV01", "WAV02", "WAV03")
"""The codes of findings about waivers: without a reason, stale, not understood."""
