"""Conditions as JavaScript: what `binding.py` makes of a check in Python, written out for a page.

Only cells of this report stay open. Whatever a condition asks besides (facts, words of the prose, last year's
figures, remarks) cannot change while figures are tried out, so the engine answers it and the answer is a constant.
The functions that the expressions call are those of `rendering/whatif/*.js`: `q` the library, `x` the figures, `s`
the cells and `k` the constants of an instance, `p` the figure of the prose as it is printed.
"""
