"""The command line: one module for each command, imported when the command is called."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from linter import __version__
from linter.cli.language import language_of
from linter.cli.problem import CommandError, HangupError, complain, nearest

COMMANDS = (
    "check", "extract", "compare", "annotate", "rules", "explain", "init", "waive", "baseline",
)  # fmt: skip
_INTERRUPTED, _NOBODY_READS = 130, 141
_FULL = (errno.ENOSPC, errno.EIO)


class Commands(click.Group):
    """Finds a command in the module of its name, and ends with the exit statuses of `run`."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"linter.cli.{name}").command
        return command

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        if not args and not context.resilient_parsing:
            click.echo(context.get_help(), err=True)
            context.exit(2)
        return super().parse_args(context, args)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise CommandError(_no_such_command(args[0], language_of(args)))
        return super().resolve_command(context, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        if extra.get("standalone_mode", True):
            sys.exit(run(args))
        return super().main(args, *rest, **extra)


@click.group(cls=Commands, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="gouji %(version)s")
def main() -> None:
    """勾稽：核对年度报告里的数字。

    Check that the figures of a report agree with each other.
    """


def run(args: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status; every failure is a sentence on standard error."""
    _never_fail_to_encode()
    before = sys.stdout
    lang = language_of(sys.argv[1:] if args is None else args)
    try:
        status = main.main(args, prog_name="gouji", standalone_mode=False)
    except click.ClickException as error:
        from linter.cli.usage import sentence

        complain(sentence(error, lang))
        return 2
    except CommandError as error:
        complain(str(error))
        return 2
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except HangupError:
        return _NOBODY_READS
    except SystemExit as end:  # so click leaves; where nobody reads its help, with another stream in place
        status = end.code if sys.stdout is before else _NOBODY_READS
    except Exception as error:
        return _unexpected(error, lang)
    return status if isinstance(status, int) else 0


def _unexpected(error: Exception, lang: str) -> int:
    """A broken rule file or configuration is the user's to mend; anything else is our fault."""
    from linter.cli.problem import rule_file_problem
    from linter.config import ConfigError
    from linter.yamlfile import YamlError

    if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
        from linter.cli.outlet import unwritable

        complain(str(unwritable(error, lang)))
        return 2
    if isinstance(error, ConfigError):
        complain(error(lang))
        return 2
    if isinstance(error, YamlError):
        complain(rule_file_problem(error, lang))
        return 2
    import traceback

    from linter.cli.fault import tell

    tell([traceback.format_exc()], lang)
    return 3


def _no_such_command(name: str, lang: str) -> str:
    """A path in the place of a command is probably one to check."""
    near = f"gouji check {name}" if os.path.lexists(name) else nearest(name, COMMANDS)
    if lang == "en":
        return f"there is no command {name}" + (f"; did you mean {near}?" if near else "")
    return f"没有 {name} 这个命令" + (f"，是不是 {near}？" if near else "。")


def _never_fail_to_encode() -> None:
    """What a console cannot show is spelled out there; it is never a reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
