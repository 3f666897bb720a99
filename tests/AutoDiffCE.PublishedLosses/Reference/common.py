"""What several families need."""

from mpmath import exp, log, mpf

LOGITS = [0.5, -1.25, 2.0, 0.75, -0.25]
COSINES = [0.5, -0.75, 0.25, 0.875, -0.125]
FLAGS = [1.0, 0.0, 0.0, 1.0, 0.0]
PROBABILITIES = [0.875, 0.25, 0.5, 0.625, 0.125]


# What a formula stops, in the order in which it is evaluated: differences do not move it.
stopped = []
taken = 0


def stop(x):
    """What it was the first time."""
    global taken
    if isinstance(x, list):
        return [stop(v) for v in x]
    if taken == len(stopped):
        stopped.append(x)
    taken += 1
    return stopped[taken - 1]


def holding(formula):
    """The formula: what it stops the first time it is evaluated stays as it is."""
    def evaluate(**inputs):
        global taken
        taken = 0
        return formula(**inputs)

    stopped.clear()
    return evaluate


def softmax(x):
    total = sum(exp(v) for v in x)
    return [exp(v) / total for v in x]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def relu(x):
    return max(x, mpf(0))


def xlogx(x):
    return x * log(x) if x > 0 else mpf(0)


def dot(x, y):
    return sum(a * b for a, b in zip(x, y))
