"""Writes numbers.txt: one sample of each loss, its value, and its derivatives, from the formulas of the papers in forty digits. Needs mpmath."""

import importlib
import pathlib

from mpmath import diff, mp, mpf, nstr

from common import holding

mp.dps = 40
FAMILIES = ["classification", "margins", "ordinal", "regression", "likelihood", "metric", "ranking", "preference", "segmentation",
            "noisy_labels", "imbalance", "distillation", "self_supervision"]


def entry(name, formula, by, inputs):
    """The inputs in the order of the formula: a list is a row, a float a scalar, an int a label; by names those with a gradient."""
    exact = {key: [mpf(x) for x in value] if isinstance(value, list) else value if isinstance(value, int) else mpf(value)
             for key, value in inputs.items()}
    lines = [name]
    for value in inputs.values():
        lines.append("integer " + str(value) if isinstance(value, int) else "input " + words(value if isinstance(value, list) else [value]))
    formula = holding(formula)
    lines.append("value " + digits(formula(**exact)))
    for key in by.split():
        lines.append("gradient " + " ".join(digits(d) for d in derivatives(formula, exact, key)))
    return "\n".join(lines)


def derivatives(formula, inputs, key):
    value = inputs[key]
    if not isinstance(value, list):
        return [diff(lambda t: formula(**{**inputs, key: t}), value)]
    return [diff(lambda t, i=i: formula(**{**inputs, key: value[:i] + [t] + value[i + 1:]}), value[i]) for i in range(len(value))]


def words(numbers):
    return " ".join(repr(float(x)) for x in numbers)


def digits(number):
    return nstr(number, 18) if abs(number) > mpf(10) ** -25 else "0"


if __name__ == "__main__":
    losses = [loss for family in FAMILIES for loss in importlib.import_module(family).LOSSES]
    text = "\n\n".join(entry(*loss) for loss in losses) + "\n"
    pathlib.Path(__file__).with_name("numbers.txt").write_text(text, encoding="utf-8")
