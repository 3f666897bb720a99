from mpmath import exp, log, mpf, sqrt

from common import LOGITS, relu


def taylor(x, y):
    t = [1 + v + v * v / 2 for v in x]
    return -log(t[y] / sum(t))


def spherical(o, y):
    s = [v * v + mpf(0.125) for v in o]
    return -log(s[y] / sum(s))


def sparsemax(z, k):
    ordered = sorted(z, reverse=True)
    size = max(n for n in range(1, len(z) + 1) if 1 + n * ordered[n - 1] > sum(ordered[:n]))
    tau = (sum(ordered[:size]) - 1) / size
    return -z[k] + sum(v * v - tau * tau for v in ordered[:size]) / 2 + mpf(1) / 2


def logit_normalization(f, y):
    norm = sqrt(sum(v * v for v in f))
    return -log(exp(f[y] / (norm / 2)) / sum(exp(v / (norm / 2)) for v in f))


def tempered(t1, t2):
    t1, t2 = mpf(t1), mpf(t2)

    def log_t(u, t):
        return (u ** (1 - t) - 1) / (1 - t)

    def exp_t(u, t):
        return relu(1 + (1 - t) * u) ** (1 / (1 - t))

    def formula(a, y):
        mu = max(a)
        start = [v - mu for v in a]
        now = start
        for _ in range(5):
            partition = sum(exp_t(v, t2) for v in now)
            now = [v * partition ** (1 - t2) for v in start]
        normalization = -log_t(1 / sum(exp_t(v, t2) for v in now), t2) + mu
        p = [exp_t(v - normalization, t2) for v in a]
        one_hot = [mpf(i == y) for i in range(len(a))]
        return sum(q * (log_t(q + mpf(1e-10), t1) - log_t(v, t1)) - (q ** (2 - t1) - v ** (2 - t1)) / (2 - t1) for q, v in zip(one_hot, p))

    return formula


LOSSES = [
    ("TaylorSoftmaxLoss", taylor, "x", dict(x=LOGITS, y=3)),
    ("SphericalSoftmaxLoss", spherical, "o", dict(o=LOGITS, y=3)),
    ("SparsemaxLoss", sparsemax, "z", dict(z=[0.5, -1.25, 1.0, 0.75, -0.25], k=0)),
    ("LogitNormalizationLoss", logit_normalization, "f", dict(f=LOGITS, y=3)),
    ("BiTemperedLogisticLoss", tempered(0.75, 1.5), "a", dict(a=LOGITS, y=3)),
]
