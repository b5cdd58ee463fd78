"""The command `gouji`, which is also `python -m linter`."""

import gc


def main() -> None:
    """Runs the command line. Most of what a start makes stays to the end: it is not gone over again and again."""
    gc.set_threshold(100_000)
    from linter.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
