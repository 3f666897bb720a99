from mpmath import acos, atan, cos, exp, floor, log, mpf, pi


from common import COSINES, LOGITS, relu


def with_target(target, scale):
    """Softmax cross-entropy with another logit for the label."""
    def formula(cosines, y):
        own = exp(target(cosines[y]))
        return -log(own / (own + sum(exp(scale * c) for j, c in enumerate(cosines) if j != y)))
    return formula


def sphere_face(cosines, length, y):
    theta = acos(cosines[y])
    k = int(floor(3 * theta / pi))
    return with_target(lambda _: length * ((-1) ** k * cos(3 * theta) - 2 * k), length)(cosines, y)


def crammer_singer(s, y):
    return max(v + 1 - (r == y) for r, v in enumerate(s)) - s[y]


def large_margin(f, a, y):
    cosines = [v / n for v, n in zip(f, a)]
    doubled = 2 * cosines[y] ** 2 - 1
    own = exp(a[y] * (doubled if cosines[y] >= 0 else -doubled - 2))
    return -log(own / (own + sum(exp(v) for j, v in enumerate(f) if j != y)))


def curricular_face(cosines, y, s=4, m=mpf(0.5), t=mpf(0.25)):
    target = cos(acos(cosines[y]) + m)
    others = sum(exp(s * (c if target >= c else c * (t + c))) for j, c in enumerate(cosines) if j != y)
    return -log(exp(s * target) / (exp(s * target) + others))


def weston_watkins(s, y):
    return sum(relu(1 + v - s[y]) for j, v in enumerate(s) if j != y)


def lee_lin_wahba(f, y):
    return sum(relu(v + mpf(1) / (len(f) - 1)) for j, v in enumerate(f) if j != y)


def of_margin(function):
    return lambda f, y: function(f * y)


def modified_huber(v):
    return relu(1 - v) ** 2 if v >= -1 else -4 * v


SCORE = dict(f=0.75, y=-1.0)

LOSSES = [
    ("ArcFaceLoss", with_target(lambda c: 4 * cos(acos(c) + mpf(0.5)), 4), "cosines", dict(cosines=COSINES, y=2)),
    ("CosFaceLoss", with_target(lambda c: 4 * (c - mpf(0.25)), 4), "cosines", dict(cosines=COSINES, y=2)),
    ("SphereFaceLoss", sphere_face, "cosines length", dict(cosines=COSINES, length=2.5, y=2)),
    ("CrammerSingerLoss", crammer_singer, "s", dict(s=LOGITS, y=3)),
    ("LargeMarginSoftmaxLoss", large_margin, "f a", dict(f=COSINES, a=[1.5, 2.0, 1.25, 1.0, 1.75], y=1)),
    ("CurricularFaceLoss", curricular_face, "cosines", dict(cosines=COSINES, y=2)),
    ("WestonWatkinsLoss", weston_watkins, "s", dict(s=LOGITS, y=3)),
    ("LeeLinWahbaLoss", lee_lin_wahba, "f", dict(f=LOGITS, y=3)),
    ("BinaryMarginLoss, exponential", of_margin(lambda v: exp(-v)), "f", SCORE),
    ("BinaryMarginLoss, Savage", of_margin(lambda v: 1 / (1 + exp(2 * v)) ** 2), "f", SCORE),
    ("BinaryMarginLoss, tangent", of_margin(lambda v: (2 * atan(v) - 1) ** 2), "f", SCORE),
    ("BinaryMarginLoss, modified Huber", of_margin(modified_huber), "f", SCORE),
]
