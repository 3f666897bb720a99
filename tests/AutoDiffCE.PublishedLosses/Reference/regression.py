from mpmath import exp, inf, log, mpf, sqrt



def general(alpha, c=mpf(1.5)):
    def formula(prediction, target):
        square = ((prediction - target) / c) ** 2
        if alpha == 2:
            return square / 2
        if alpha == 0:
            return log(square / 2 + 1)
        if alpha == -inf:
            return 1 - exp(-square / 2)
        return abs(alpha - 2) / mpf(alpha) * ((square / abs(alpha - 2) + 1) ** (mpf(alpha) / 2) - 1)
    return formula


def tukey(prediction, target, c=mpf(2)):
    r = prediction - target
    return c * c / 6 * (1 - (1 - (r / c) ** 2) ** 3) if abs(r) <= c else c * c / 6


def wing(prediction, target, w=mpf(1), epsilon=mpf(0.5)):
    constant = w - w * log(1 + w / epsilon)
    errors = [abs(p - t) for p, t in zip(prediction, target)]
    return sum(w * log(1 + e / epsilon) if e < w else e - constant for e in errors)


PAIR = dict(prediction=1.25, target=0.5)
ROWS = dict(prediction=[0.5, -1.25, 2.0, 0.75, -0.25], target=[0.25, 0.5, 1.75, -1.0, 0.5])


def of_error(function):
    return lambda prediction, target: function(prediction - target)


def scaled(function):
    return of_error(lambda x: function(x / mpf(1.5)))


def adaptive_wing(prediction, y, omega=14, theta=mpf(0.5), epsilon=1, alpha=mpf(2.125)):
    power = alpha - y
    a = omega / (1 + (theta / epsilon) ** power) * power * (theta / epsilon) ** (power - 1) / epsilon
    c = theta * a - omega * log(1 + (theta / epsilon) ** power)
    d = abs(y - prediction)
    return omega * log(1 + (d / epsilon) ** power) if d < theta else a * d - c


def balanced_l1(x, alpha=mpf(0.5), gamma=mpf(1.5)):
    b, x = exp(gamma / alpha) - 1, abs(x)
    return alpha / b * (b * x + 1) * log(b * x + 1) - alpha * x if x < 1 else gamma * x + gamma / b - alpha


def huber(u, kappa):
    return u * u / 2 if abs(u) <= kappa else kappa * (abs(u) - kappa / 2)


def quantile_huber(prediction, target, kappa=mpf(0.75)):
    n = len(prediction)
    return sum(abs((i + mpf(0.5)) / n - (t < p)) * huber(t - p, kappa) / kappa for i, p in enumerate(prediction) for t in target) / n


def reverse_huber(prediction, target):
    errors = [abs(p - t) for p, t in zip(prediction, target)]
    c = max(errors) / 5
    return sum(e if e <= c else (e * e + c * c) / (2 * c) for e in errors) / len(errors)


def scale_invariant_log(y, truth, weight=mpf(0.5)):
    d = [log(a) - log(b) for a, b in zip(y, truth)]
    return sum(v * v for v in d) / len(d) - weight / len(d) ** 2 * sum(d) ** 2


def interval_score(l, u, x, alpha=mpf(0.25)):
    return u - l + 2 / alpha * max(l - x, 0) + 2 / alpha * max(x - u, 0)


LOSSES = [
    ("GeneralRobustLoss, 1", general(1), "prediction", PAIR),
    ("GeneralRobustLoss, 2", general(2), "prediction", PAIR),
    ("GeneralRobustLoss, 0", general(0), "prediction", PAIR),
    ("GeneralRobustLoss, -2", general(-2), "prediction", PAIR),
    ("GeneralRobustLoss, -inf", general(-inf), "prediction", PAIR),
    ("TukeyBiweightLoss", tukey, "prediction", PAIR),
    ("WingLoss", wing, "prediction", ROWS),
    ("RobustEstimatorLoss, Cauchy", scaled(lambda x: log(1 + x ** 2 / 2)), "prediction", PAIR),
    ("RobustEstimatorLoss, Welsch", scaled(lambda x: 1 - exp(-x ** 2 / 2)), "prediction", PAIR),
    ("RobustEstimatorLoss, Geman-McClure", scaled(lambda x: x ** 2 / (1 + x ** 2)), "prediction", PAIR),
    ("AdaptiveWingLoss", adaptive_wing, "prediction", dict(prediction=0.375, y=0.75)),
    ("BalancedL1Loss", of_error(balanced_l1), "prediction", PAIR),
    ("SmoothPinballLoss", of_error(lambda x: mpf(0.75) * -x + mpf(0.25) * log(1 + exp(x / mpf(0.25)))), "prediction", PAIR),
    ("QuantileHuberLoss", quantile_huber, "prediction", ROWS),
    ("CharbonnierLoss", of_error(lambda x: sqrt(x * x + mpf(0.125) ** 2)), "prediction", PAIR),
    ("ExpectileLoss", of_error(lambda x: abs(mpf(0.75) - (x > 0)) * x * x), "prediction", PAIR),
    ("ReverseHuberLoss", reverse_huber, "prediction", ROWS),
    ("ScaleInvariantLogLoss", scale_invariant_log, "y", dict(y=[0.5, 1.25, 2.0, 0.75, 3.0], truth=[0.75, 1.0, 2.5, 0.5, 2.0])),
    ("LinexLoss", of_error(lambda x: (exp(mpf(-1.5) * x) + mpf(1.5) * x - 1) / 2), "prediction", PAIR),
    ("IntervalScoreLoss", interval_score, "l u", dict(l=-0.5, u=1.25, x=1.75)),
]
