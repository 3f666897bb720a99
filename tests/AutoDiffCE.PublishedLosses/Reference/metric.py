from mpmath import exp, log, mpf, pi, sqrt, tan


from common import COSINES, FLAGS, relu


def circle(s, positive, gamma=4, m=mpf(0.25)):
    return log(1 + sum(exp(gamma * (relu(n + m) * (n - m) - relu(1 + m - p) * (p - (1 - m))))
                       for n, is_n in zip(s, positive) if is_n == 0 for p, is_p in zip(s, positive) if is_p == 1))


def supervised_contrastive(z, positive, tau=mpf(0.5)):
    total = sum(exp(v / tau) for v in z)
    return -sum(log(exp(v / tau) / total) for v, is_p in zip(z, positive) if is_p) / sum(positive)


def squared_distance(x, y):
    return sum((a - b) ** 2 for a, b in zip(x, y))


def contrastive(x1, x2, y, m=mpf(2.5)):
    d = sqrt(squared_distance(x1, x2))
    return (1 - y) * d ** 2 / 2 + y * relu(m - d) ** 2 / 2


def face_net(a, p, n, alpha=mpf(0.25)):
    a, p, n = ([v / sqrt(sum(w * w for w in x)) for v in x] for x in (a, p, n))
    return relu(squared_distance(a, p) - squared_distance(a, n) + alpha)


def n_pair(products, y):
    return log(1 + sum(exp(v - products[y]) for i, v in enumerate(products) if i != y))


def lifted_structure(distance, first, second, alpha=1):
    return relu(log(sum(exp(alpha - v) for v in first + second)) + distance) ** 2 / 2


def multi_similarity(s, positive, alpha=2, beta=40, base=mpf(0.5)):
    near = sum(exp(-alpha * (v - base)) for v, is_p in zip(s, positive) if is_p)
    far = sum(exp(beta * (v - base)) for v, is_p in zip(s, positive) if not is_p)
    return log(1 + near) / alpha + log(1 + far) / beta


def proxy_nca(d, y):
    return -log(exp(-d[y]) / sum(exp(-v) for z, v in enumerate(d) if z != y))


def angular(a, p, n, degrees=40):
    center = [(v + w) / 2 for v, w in zip(a, p)]
    return relu(squared_distance(a, p) - 4 * tan(degrees * pi / 180) ** 2 * squared_distance(n, center))


TRIPLET = dict(a=[0.5, -1.25, 2.0, 0.75, -0.25], p=[-0.25, 1.0, 1.5, -1.0, 0.5], n=[0.25, -0.5, 1.25, 0.5, 0.125])

LOSSES = [
    ("CircleLoss", circle, "s", dict(s=COSINES, positive=FLAGS)),
    ("SupervisedContrastiveLoss", supervised_contrastive, "z", dict(z=COSINES, positive=FLAGS)),
    ("ContrastiveLoss", contrastive, "x1 x2", dict(x1=[0.5, -1.25, 2.0, 0.75, -0.25], x2=[0.25, -0.5, 1.0, 1.25, 0.5], y=1)),
    ("FaceNetTripletLoss", face_net, "a p n", TRIPLET),
    ("NPairLoss", n_pair, "products", dict(products=[0.5, -1.25, 2.0, 0.75, -0.25], y=3)),
    ("LiftedStructureLoss", lifted_structure, "distance first second",
     dict(distance=0.75, first=[0.5, 1.25, 2.0, 0.75, 1.0], second=[1.5, 0.25, 1.75, 0.5, 0.875])),
    ("MultiSimilarityLoss", multi_similarity, "s", dict(s=COSINES, positive=FLAGS)),
    ("ProxyNcaLoss", proxy_nca, "d", dict(d=[0.5, 1.25, 2.0, 0.75, 3.25], y=3)),
    ("AngularLoss", angular, "a p n", TRIPLET),
]
