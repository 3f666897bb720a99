from mpmath import log, mpf

from common import LOGITS, softmax

TEACHER = [1.0, -0.5, 1.25, 2.5, 0.25]


def decoupled(student, teacher, t, alpha=1, beta=4, temperature=2):
    p, q = (softmax([v / temperature for v in x]) for x in (student, teacher))
    target = q[t] * log(q[t] / p[t]) + (1 - q[t]) * log((1 - q[t]) / (1 - p[t]))
    rest = sum(q[i] / (1 - q[t]) * log(q[i] / (1 - q[t]) / (p[i] / (1 - p[t]))) for i in range(len(p)) if i != t)
    return alpha * target + beta * rest


def hinton(z, v, y, temperature=2, alpha=mpf(0.75)):
    p, q = (softmax([w / temperature for w in x]) for x in (v, z))
    soft = sum(a * log(a / b) for a, b in zip(p, q))
    return alpha * temperature ** 2 * soft - (1 - alpha) * log(softmax(z)[y])


def label_relaxation(logits, y, alpha=mpf(0.125)):
    p = softmax(logits)
    if p[y] >= 1 - alpha:
        return mpf(0)
    relaxed = [1 - alpha if k == y else alpha * v / (1 - p[y]) for k, v in enumerate(p)]
    return sum(r * log(r / v) for r, v in zip(relaxed, p))


def confidence_penalty(logits, y, beta=mpf(0.25)):
    p = softmax(logits)
    return -log(p[y]) + beta * sum(v * log(v) for v in p)


def margin_smoothing(l, y, m=1, weight=mpf(0.25)):
    return -log(softmax(l)[y]) + weight * sum(max(0, max(l) - v - m) for v in l)


def brier(logits, y):
    return sum((p - (k == y)) ** 2 for k, p in enumerate(softmax(logits)))


LOSSES = [
    ("DecoupledDistillationLoss", decoupled, "student", dict(student=LOGITS, teacher=TEACHER, t=3)),
    ("HintonDistillationLoss", hinton, "z", dict(z=LOGITS, v=TEACHER, y=3)),
    ("LabelRelaxationLoss", label_relaxation, "logits", dict(logits=LOGITS, y=3)),
    ("ConfidencePenaltyLoss", confidence_penalty, "logits", dict(logits=LOGITS, y=3)),
    ("MarginLabelSmoothingLoss", margin_smoothing, "l", dict(l=LOGITS, y=3)),
    ("BrierLoss", brier, "logits", dict(logits=LOGITS, y=3)),
]
