"""gouji: a linter for reports whose figures must agree with each other."""

__version__ = "0.1.0"
