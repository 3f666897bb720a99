from mpmath import atanh, besseli, cos, exp, log, mpf, ncdf, npdf, pi, sqrt


from common import sigmoid, softmax


def mixture_density(z, mu, s, t):
    return -log(sum(w * npdf(t, m, exp(v)) for w, m, v in zip(softmax(z), mu, s)))


def von_mises(mu, kappa, x):
    return -kappa * cos(x - mu) + log(2 * pi * besseli(0, kappa))


def zero_inflated_poisson(a, b, y):
    rate, p = exp(a), sigmoid(b)
    return -log(p + (1 - p) * exp(-rate)) if y == 0 else -log((1 - p) * exp(-rate) * rate ** y)


def laplace(mu, r, x):
    b = log(1 + exp(r))
    return -log(exp(-abs(x - mu) / b) / (2 * b))


def student(mu, log_sigma, x, nu=4):
    return -log(exp(-log_sigma) * (1 + ((x - mu) / exp(log_sigma)) ** 2 / nu) ** (-mpf(nu + 1) / 2))


def negative_binomial(x, y, alpha=mpf(0.5)):
    mu = exp(x)
    return -log((1 / (1 + alpha * mu)) ** (1 / alpha) * (alpha * mu / (1 + alpha * mu)) ** y)


def gamma_deviance(mu, y):
    return 2 * (-log(y / mu) + (y - mu) / mu)


def poisson_deviance(mu, y):
    return 2 * (y * log(y / mu) - (y - mu))


def tweedie_deviance(mu, y, p=mpf(1.5)):
    return 2 * (y ** (2 - p) / ((1 - p) * (2 - p)) - y * mu ** (1 - p) / (1 - p) + mu ** (2 - p) / (2 - p))


def weibull(scale, k, t, u):
    return -log((k / scale * (t / scale) ** (k - 1)) ** u * exp(-(t / scale) ** k))


def inverse_gaussian(mu, shape, x):
    return -log(sqrt(shape / (2 * pi * x ** 3)) * exp(-shape * (x - mu) ** 2 / (2 * mu ** 2 * x)))


def gaussian_score(mu, sigma, y):
    z = (y - mu) / sigma
    return sigma * (z * (2 * ncdf(z) - 1) + 2 * npdf(z) - 1 / sqrt(pi))


def continuous_bernoulli(rate, x):
    return -log(2 * atanh(1 - 2 * rate) / (1 - 2 * rate) * rate ** x * (1 - rate) ** (1 - x))


def cox(h, t, events):
    return -sum(e * (a - log(sum(exp(b) for b, s in zip(h, t) if s >= now))) for a, now, e in zip(h, t, events))


def discretized_logistic(mu, log_scale, x, d=mpf(0.25)):
    upper, lower = (sigmoid((x + sign * d / 2 - mu) * exp(-log_scale)) for sign in (1, -1))
    return -log(upper - lower)


POSITIVE = dict(mu=1.5, y=0.75)

LOSSES = [
    ("MixtureDensityLoss", mixture_density, "z mu s",
     dict(z=[0.5, -1.25, 2.0, 0.75, -0.25], mu=[-1.0, 0.5, 1.25, 2.0, 0.0], s=[0.25, -0.5, 0.0, 0.5, -0.25], t=0.75)),
    ("VonMisesLoss", von_mises, "mu kappa", dict(mu=0.5, kappa=2.25, x=-0.75)),
    ("ZeroInflatedPoissonLoss", zero_inflated_poisson, "a b", dict(a=0.75, b=-0.5, y=0)),
    ("ZeroInflatedPoissonLoss, counted", zero_inflated_poisson, "a b", dict(a=0.75, b=-0.5, y=3)),
    ("AleatoricLoss", lambda f, s, y: exp(-s) * (y - f) ** 2 / 2 + s / 2, "f s", dict(f=0.5, s=-0.75, y=1.25)),
    ("LaplaceLikelihoodLoss", laplace, "mu r", dict(mu=0.5, r=-0.75, x=1.25)),
    ("StudentLikelihoodLoss", student, "mu log_sigma", dict(mu=0.5, log_sigma=-0.75, x=1.25)),
    ("NegativeBinomialLoss", negative_binomial, "x", dict(x=0.75, y=4)),
    ("GammaDevianceLoss", gamma_deviance, "mu", POSITIVE),
    ("TweedieDevianceLoss, 1.5", tweedie_deviance, "mu", POSITIVE),
    ("TweedieDevianceLoss, 1", poisson_deviance, "mu", POSITIVE),
    ("TweedieDevianceLoss, 2", gamma_deviance, "mu", POSITIVE),
    ("WeibullSurvivalLoss", weibull, "scale k", dict(scale=1.5, k=2.25, t=0.75, u=1)),
    ("InverseGaussianLoss", inverse_gaussian, "mu shape", dict(mu=1.5, shape=2.25, x=0.75)),
    ("GaussianScoreLoss", gaussian_score, "mu sigma", dict(mu=0.5, sigma=0.75, y=1.25)),
    ("ContinuousBernoulliLoss", continuous_bernoulli, "rate", dict(rate=0.375, x=0.75)),
    ("CoxPartialLikelihoodLoss", cox, "h", dict(h=[0.5, -1.25, 2.0, 0.75, -0.25], t=[2.0, 0.5, 1.0, 4.0, 3.0], events=[1.0, 1.0, 0.0, 0.0, 1.0])),
    ("DiscretizedLogisticLoss", discretized_logistic, "mu log_scale", dict(mu=0.25, log_scale=-1.5, x=0.5)),
]
