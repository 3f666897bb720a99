from mpmath import log, mpf

from common import LOGITS, softmax

RATES = [0.25, 0.5, 0.125, 0.0, 0.375]


def taylor(order):
    return lambda logits, y: sum((1 - softmax(logits)[y]) ** i / i for i in range(1, order + 1))


def forward_correction(logits, y):
    return -log(sum((1 - mpf(rate) if c == y else mpf(rate) / 4) * p for c, (rate, p) in enumerate(zip(RATES, softmax(logits)))))


def symmetric(logits, y, alpha=mpf(0.5), beta=mpf(2), a=-4):
    p = softmax(logits)
    return -alpha * log(p[y]) - beta * sum(v * a for k, v in enumerate(p) if k != y)


LABELED = dict(logits=LOGITS, y=3)


def of_probabilities(function):
    return lambda logits, y: function(softmax(logits), y)


def bootstrapping(p, y, is_hard, beta=mpf(0.75)):
    z = [v == max(p) for v in p] if is_hard else p
    return -sum((beta * (k == y) + (1 - beta) * z[k]) * log(p[k]) for k in range(len(p)))


def jensen_shannon(p, y, pi=mpf(0.25)):
    m = [pi * (k == y) + (1 - pi) * v for k, v in enumerate(p)]
    divergence = sum(v * log(v / w) for v, w in zip(p, m))
    return (-pi * log(m[y]) + (1 - pi) * divergence) / (-(1 - pi) * log(1 - pi))


def active_passive(p, y, alpha=2, beta=mpf(0.5)):
    return alpha * log(p[y]) / sum(log(v) for v in p) + beta * 4 * (1 - p[y])


def partially_huberised(p, y, tau=4):
    return -log(p[y]) if p[y] > 1 / mpf(tau) else -tau * p[y] + log(tau) + 1


LOSSES = [
    ("TaylorCrossEntropyLoss", taylor(3), "logits", LABELED),
    ("ForwardCorrectionLoss", forward_correction, "logits", dict(logits=LOGITS, y=1)),
    ("SymmetricCrossEntropyLoss", symmetric, "logits", LABELED),
    ("GeneralizedCrossEntropyLoss", of_probabilities(lambda p, y: (1 - p[y] ** mpf(0.75)) / mpf(0.75)), "logits", LABELED),
    ("BootstrappingLoss, soft", of_probabilities(lambda p, y: bootstrapping(p, y, False)), "logits", LABELED),
    ("BootstrappingLoss, hard", of_probabilities(lambda p, y: bootstrapping(p, y, True)), "logits", LABELED),
    ("GeneralizedJensenShannonLoss", of_probabilities(jensen_shannon), "logits", LABELED),
    ("AbsoluteErrorLoss", of_probabilities(lambda p, y: 2 - 2 * p[y]), "logits", LABELED),
    ("ActivePassiveLoss", of_probabilities(active_passive), "logits", LABELED),
    ("PartiallyHuberisedLoss", of_probabilities(partially_huberised), "logits", LABELED),
]
