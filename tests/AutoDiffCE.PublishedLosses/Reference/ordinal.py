from mpmath import binomial, log, mpf


from common import LOGITS, relu, sigmoid, softmax

THRESHOLDS = [-1.5, -0.25, 0.5, 2.0]


def coral(b, y):
    return -sum(log(sigmoid(v)) if y > k else log(1 - sigmoid(v)) for k, v in enumerate(b))


def cumulative_link(f, y):
    upper = 1 if y == len(THRESHOLDS) else sigmoid(THRESHOLDS[y] - f)
    lower = 0 if y == 0 else sigmoid(THRESHOLDS[y - 1] - f)
    return -log(upper - lower)


def squared_earth_mover(logits, y):
    p = softmax(logits)
    return sum((sum(p[:i + 1]) - (y <= i)) ** 2 for i in range(len(p)))


def corn(b, y):
    return -sum(log(sigmoid(b[k])) if y > k else log(1 - sigmoid(b[k])) for k in range(len(b)) if k <= y)


def soft_labels(logits, y, sharpness=mpf(1.5)):
    targets = softmax([-sharpness * abs(i - y) for i in range(len(logits))])
    return -sum(t * log(p) for t, p in zip(targets, softmax(logits)))


def binomial_ordinal(f, y, k=5):
    p = sigmoid(f)
    return -log(binomial(k - 1, y) * p ** y * (1 - p) ** (k - 1 - y))


def all_threshold(z, y):
    return sum(relu(1 - (-1 if k < y else 1) * (theta - z)) for k, theta in enumerate(THRESHOLDS))


def ordinal_log(logits, y, alpha=mpf(1.5)):
    return -sum(log(1 - p) * mpf(abs(y - i)) ** alpha for i, p in enumerate(softmax(logits)))


LOSSES = [
    ("CoralLoss", coral, "b", dict(b=[1.5, 0.75, -0.5, -2.0, -2.5], y=2)),
    ("CumulativeLinkLoss", cumulative_link, "f", dict(f=0.25, y=2)),
    ("SquaredEarthMoverLoss", squared_earth_mover, "logits", dict(logits=LOGITS, y=3)),
    ("CornLoss", corn, "b", dict(b=[1.5, 0.75, -0.5, -2.0, -2.5], y=2)),
    ("SoftOrdinalLabelsLoss", soft_labels, "logits", dict(logits=LOGITS, y=3)),
    ("BinomialOrdinalLoss", binomial_ordinal, "f", dict(f=0.25, y=3)),
    ("AllThresholdLoss", all_threshold, "z", dict(z=0.125, y=2.0)),
    ("OrdinalLogLoss", ordinal_log, "logits", dict(logits=LOGITS, y=3)),
]
