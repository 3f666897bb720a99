from mpmath import log, mpf, sqrt, tanh


from common import dot, softmax, stop

VIEWS = dict(first=[0.5, -1.25, 2.0, 0.75, -0.25], second=[0.25, -1.5, 1.25, -0.5, 0.125])


def sim_siam(first, second, predictor=mpf(1.5), residual=mpf(0.25)):
    def d(p, z):
        return -dot(p, z) / sqrt(dot(p, p)) / sqrt(dot(z, z))

    p1, p2 = ([predictor * tanh(v) + residual * v for v in z] for z in (first, second))
    return d(p1, stop(second)) / 2 + d(p2, stop(first)) / 2


def vector_quantization(ze, e, x, beta=mpf(0.25)):
    zq = [v + w for v, w in zip(ze, stop([b - a for a, b in zip(ze, e)]))]
    return (sum((a - b) ** 2 for a, b in zip(x, zq)) + sum((a - b) ** 2 for a, b in zip(stop(ze), e))
            + beta * sum((a - b) ** 2 for a, b in zip(ze, stop(e))))


def dino(first, second, tps=mpf(0.5), tpt=mpf(0.25), center=mpf(0.125)):
    def h(t, s):
        t = softmax([(v - center * i) / tpt for i, v in enumerate(stop(t))])
        return -sum(a * log(b) for a, b in zip(t, softmax([v / tps for v in s])))

    return h(first, second) / 2 + h(second, first) / 2


LOSSES = [
    ("SimSiamLoss", sim_siam, "first second", VIEWS),
    ("VectorQuantizationLoss", vector_quantization, "ze e",
     dict(ze=[0.5, -1.25, 2.0, 0.75, -0.25], e=[0.25, -0.5, 1.25, 0.5, 0.125], x=[-0.25, 1.0, 1.5, -1.0, 0.5])),
    ("DinoLoss", dino, "first second", VIEWS),
]
