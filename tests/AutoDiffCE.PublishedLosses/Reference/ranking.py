from mpmath import exp, log, mpf

from common import COSINES, FLAGS, sigmoid, softmax

SCORES = [0.5, -1.25, 2.0, 0.75, -0.25]
RELEVANCES = [2.0, 0.0, 1.0, 4.0, 3.0]
N = range(5)


def rank_net(s, y, sigma=mpf(1.5)):
    return sum(log(1 + exp(-sigma * (s[i] - s[j]))) for i in N for j in N if y[i] > y[j])


def approx_ndcg(s, y, alpha=2):
    place = [1 + sum(sigmoid(alpha * (s[j] - s[i])) for j in N if j != i) for i in N]
    best = sum((2 ** v - 1) / log(2 + k, 2) for k, v in enumerate(sorted(y, reverse=True)))
    return 1 - sum((2 ** y[i] - 1) / log(1 + place[i], 2) for i in N) / best


def list_net(s, y):
    return -sum(p * log(q) for p, q in zip(softmax(y), softmax(s)))


def list_mle(s):
    return -sum(log(exp(v) / sum(exp(w) for w in s[i:])) for i, v in enumerate(s))


def lambda_rank(s, y, sigma=mpf(1.5)):
    def discounts(scores):
        return [log(2 + sum(other > score for other in scores), 2) for score in scores]
    best = sum((2 ** v - 1) / d for v, d in zip(y, discounts(y)))
    d = discounts(s)
    return sum(abs((2 ** y[i] - 2 ** y[j]) / best * (1 / d[i] - 1 / d[j])) * log(1 + exp(-sigma * (s[i] - s[j])), 2)
               for i in N for j in N if y[i] > y[j])


def personalized(x, seen):
    return -sum(log(sigmoid(x[i] - x[j])) for i in N for j in N if seen[i] and not seen[j])


def smooth_ap(s, positive, tau=mpf(0.25)):
    def place(i, others):
        return 1 + sum(sigmoid((s[j] - s[i]) / tau) for j in others if j != i)
    hits = [i for i in N if positive[i]]
    return 1 - sum(place(i, hits) / place(i, N) for i in hits) / len(hits)


LOSSES = [
    ("RankNetLoss", rank_net, "s", dict(s=SCORES, y=RELEVANCES)),
    ("ApproxNdcgLoss", approx_ndcg, "s", dict(s=SCORES, y=RELEVANCES)),
    ("ListNetLoss", list_net, "s", dict(s=SCORES, y=RELEVANCES)),
    ("ListMleLoss", list_mle, "s", dict(s=SCORES)),
    ("LambdaRankLoss", lambda_rank, "s", dict(s=SCORES, y=RELEVANCES)),
    ("BayesianPersonalizedLoss", personalized, "x", dict(x=SCORES, seen=FLAGS)),
    ("SmoothApLoss", smooth_ap, "s", dict(s=COSINES, positive=FLAGS)),
]
