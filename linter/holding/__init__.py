"""What stands between judging and rendering: severities of one's own, ignores, waivers and the baseline.

Nothing is lost here: a finding that is not shown is kept among `held`, with who said so and why.
"""

from __future__ import annotations

from linter.holding.holder import Holder

__all__ = ["Holder"]
