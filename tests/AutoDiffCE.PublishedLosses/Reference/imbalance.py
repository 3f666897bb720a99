from mpmath import exp, log, mpf

from common import COSINES, FLAGS, LOGITS, relu, sigmoid, softmax

COUNTS = [100.0, 20.0, 50.0, 10.0, 4.0]


def seesaw(z, i, p=mpf(0.75), q=mpf(1.5)):
    s = softmax(z)
    total = exp(z[i]) + sum(min(mpf(1), mpf(COUNTS[j]) / COUNTS[i]) ** p * max(mpf(1), s[j] / s[i]) ** q * exp(z[j])
                            for j in range(len(z)) if j != i)
    return -log(exp(z[i]) / total)


def asymmetric(logits, y, positive=1, negative=3, m=mpf(0.0625)):
    def term(p, flag):
        shifted = relu(p - m)
        return (1 - p) ** positive * log(p) if flag else shifted ** negative * log(1 - shifted)
    return -sum(term(sigmoid(v), flag) for v, flag in zip(logits, y))


PRIOR = [0.5, 0.125, 0.25, 0.0625, 0.0625]


def ldam(z, y, largest=mpf(0.5), s=4):
    c = largest * mpf(min(COUNTS)) ** (mpf(1) / 4)
    shifted = [v - (c / mpf(COUNTS[y]) ** (mpf(1) / 4) if j == y else 0) for j, v in enumerate(z)]
    return -log(softmax([s * v for v in shifted])[y])


def logit_adjusted(f, y, tau=mpf(1.5)):
    return -log(softmax([v + tau * log(mpf(p)) for v, p in zip(f, PRIOR)])[y])


def balanced_softmax(z, y):
    return -log(softmax([v + log(mpf(n)) for v, n in zip(z, COUNTS)])[y])


def equalization(z, y, threshold=0.1, beta=mpf(0.75)):
    weights = [1 - beta * (f < threshold) * (k != y) for k, f in enumerate(PRIOR)]
    return -log(exp(z[y]) / sum(w * exp(v) for w, v in zip(weights, z)))


def class_balanced(z, y, beta=mpf(0.875)):
    return -(1 - beta) / (1 - beta ** COUNTS[y]) * log(softmax(z)[y])


def poly(logits, y):
    p = softmax(logits)[y]
    return -log(p) + (1 - p) - (1 - p) ** 2 / 2 + (1 - p) ** 3 / 4


def dual_focal(logits, y, gamma=2):
    p = softmax(logits)
    return -(1 - p[y] + max([v for v in p if v < p[y]], default=0)) ** gamma * log(p[y])


LOSSES = [
    ("SeesawLoss", seesaw, "z", dict(z=LOGITS, i=3)),
    ("AsymmetricMultiLabelLoss", asymmetric, "logits", dict(logits=LOGITS, y=FLAGS)),
    ("LdamLoss", ldam, "z", dict(z=COSINES, y=3)),
    ("LogitAdjustedLoss", logit_adjusted, "f", dict(f=LOGITS, y=3)),
    ("BalancedSoftmaxLoss", balanced_softmax, "z", dict(z=LOGITS, y=3)),
    ("SoftmaxEqualizationLoss", equalization, "z", dict(z=LOGITS, y=2)),
    ("ClassBalancedLoss", class_balanced, "z", dict(z=LOGITS, y=3)),
    ("PolyLoss", poly, "logits", dict(logits=LOGITS, y=3)),
    ("DualFocalLoss", dual_focal, "logits", dict(logits=LOGITS, y=3)),
]
