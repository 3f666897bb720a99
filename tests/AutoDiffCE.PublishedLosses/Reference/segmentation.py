from mpmath import atan, cosh, log, mpf, pi


from common import FLAGS, LOGITS, PROBABILITIES, dot, relu


def dice(p, g):
    return 1 - 2 * dot(p, g) / (dot(p, p) + dot(g, g))


def lovasz_hinge(scores, g):
    errors = sorted(((1 - s * (2 * v - 1), v) for s, v in zip(scores, g)), key=lambda pair: -pair[0])
    total, loss, before = sum(g), mpf(0), mpf(0)
    for k, (error, _) in enumerate(errors):
        hits = sum(v for _, v in errors[:k + 1])
        jaccard = 1 - (total - hits) / (total + (k + 1 - hits))
        loss += relu(error) * (jaccard - before)
        before = jaccard
    return loss


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def iou_parts(a, b):
    inside = [max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])]
    intersection = area(inside) if inside[2] > inside[0] and inside[3] > inside[1] else mpf(0)
    union = area(a) + area(b) - intersection
    return intersection, union, [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])]


def generalized_iou(predicted, truth):
    intersection, union, hull = iou_parts(predicted, truth)
    return 1 - (intersection / union - (area(hull) - union) / area(hull))


BOXES = dict(predicted=[0.5, 0.25, 2.5, 3.0], truth=[1.0, 0.0, 3.5, 2.25])
PIXELS = dict(p=PROBABILITIES, g=FLAGS)


def tversky(p, g, alpha=mpf(0.25), beta=mpf(0.75), epsilon=mpf(1e-7)):
    true = dot(p, g) + epsilon
    return 1 - true / (true + alpha * dot(p, [1 - v for v in g]) + beta * dot([1 - v for v in p], g))


def jaccard(p, g):
    return 1 - dot(p, g) / (sum(p) + sum(g) - dot(p, g))


def distance_iou(a, b):
    intersection, union, hull = iou_parts(a, b)
    centers = sum(((a[i] + a[i + 2]) / 2 - (b[i] + b[i + 2]) / 2) ** 2 for i in (0, 1))
    return 1 - intersection / union + centers / sum((hull[i + 2] - hull[i]) ** 2 for i in (0, 1))


def complete_iou(predicted, truth):
    intersection, union, _ = iou_parts(predicted, truth)
    angles = [atan((box[2] - box[0]) / (box[3] - box[1])) for box in (truth, predicted)]
    v = 4 / pi ** 2 * (angles[0] - angles[1]) ** 2
    return distance_iou(predicted, truth) + v / (1 - intersection / union + v) * v


def combo(p, g, alpha=mpf(0.5), beta=mpf(0.75), smoothing=1):
    entropy = -sum(beta * t * log(v) + (1 - beta) * (1 - t) * log(1 - v) for v, t in zip(p, g)) / len(p)
    return alpha * entropy - (1 - alpha) * (2 * dot(p, g) + smoothing) / (sum(p) + sum(g) + smoothing)


def corner(p, y, alpha=2, beta=4):
    return -sum((1 - v) ** alpha * log(v) if t == 1 else (1 - t) ** beta * v ** alpha * log(1 - v) for v, t in zip(p, y)) / y.count(1)


LOSSES = [
    ("DiceLoss", dice, "p", PIXELS),
    ("LogCoshDiceLoss", lambda p, g: log(cosh(dice(p, g))), "p", PIXELS),
    ("LovaszHingeLoss", lovasz_hinge, "scores", dict(scores=LOGITS, g=FLAGS)),
    ("GeneralizedIouLoss", generalized_iou, "predicted", BOXES),
    ("TverskyLoss", tversky, "p", PIXELS),
    ("FocalTverskyLoss", lambda p, g: tversky(p, g) ** (1 / mpf(1.5)), "p", PIXELS),
    ("JaccardLoss", jaccard, "p", PIXELS),
    ("CompleteIouLoss", complete_iou, "predicted", BOXES),
    ("CompleteIouLoss, distance", lambda predicted, truth: distance_iou(predicted, truth), "predicted", BOXES),
    ("ComboLoss", combo, "p", PIXELS),
    ("CornerHeatmapLoss", corner, "p", dict(p=PROBABILITIES, y=[1.0, 0.5, 0.0, 1.0, 0.25])),
]
