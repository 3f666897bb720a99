from mpmath import exp, log, mpf, sqrt


from common import relu, sigmoid, stop

ANSWERS = dict(winner=-3.5, loser=-2.25, reference_winner=-3.0, reference_loser=-2.5)


def direct(winner, loser, reference_winner, reference_loser, beta=mpf(0.5)):
    return -log(sigmoid(beta * ((winner - reference_winner) - (loser - reference_loser))))


def kahneman_tversky(policy, reference, desirable, beta=mpf(0.5), good=1, bad=mpf(1.5), z0=mpf(0.25)):
    r = policy - reference
    return good - good * sigmoid(beta * (r - z0)) if desirable == 1 else bad - bad * sigmoid(beta * (z0 - r))


def identity(winner, loser, reference_winner, reference_loser, tau=mpf(0.25)):
    return ((winner - reference_winner) - (loser - reference_loser) - 1 / (2 * tau)) ** 2


def simple(winner, loser, winner_length, loser_length, beta=mpf(2), gamma=mpf(0.5)):
    return -log(sigmoid(beta / winner_length * winner - beta / loser_length * loser - gamma))


def odds_ratio(winner, loser, weight=mpf(0.5)):
    odds = [exp(v) / (1 - exp(v)) for v in (winner, loser)]
    return -winner - weight * log(sigmoid(log(odds[0] / odds[1])))


def davidson(i, j, outcome, nu=mpf(0.5)):
    tie = nu * sqrt(exp(i) * exp(j))
    return -log({1: exp(i), 0: tie, -1: exp(j)}[outcome] / (exp(i) + exp(j) + tie))


def plackett_luce(s, rank, k=3):
    ordered = [v for _, v in sorted(zip(rank, s))]
    return -sum(log(exp(ordered[i]) / sum(exp(v) for v in ordered[i:])) for i in range(k))


def sequence_calibration(winner, loser, reference):
    return relu(1 - winner + loser) - reference / 2


def group_relative(log_pi, log_ref, advantage, epsilon=mpf(0.25), beta=mpf(0.125)):
    ratio = exp(log_pi - stop(log_pi))
    clipped = min(max(ratio, 1 - epsilon), 1 + epsilon)
    divergence = exp(log_ref - log_pi) - (log_ref - log_pi) - 1
    return -(min(ratio * advantage, clipped * advantage) - beta * divergence)


LOSSES = [
    ("DirectPreferenceLoss", direct, "winner loser", ANSWERS),
    ("KahnemanTverskyLoss", kahneman_tversky, "policy", dict(policy=-2.5, reference=-3.25, desirable=1)),
    ("KahnemanTverskyLoss, undesirable", kahneman_tversky, "policy", dict(policy=-2.5, reference=-3.25, desirable=0)),
    ("IdentityPreferenceLoss", identity, "winner loser", ANSWERS),
    ("SimplePreferenceLoss", simple, "winner loser", dict(winner=-6.5, loser=-5.25, winner_length=7, loser_length=5)),
    ("OddsRatioPreferenceLoss", odds_ratio, "winner loser", dict(winner=-1.5, loser=-0.75)),
    ("DavidsonLoss", davidson, "i j", dict(i=0.5, j=1.25, outcome=0)),
    ("PlackettLuceLoss", plackett_luce, "s", dict(s=[0.5, -1.25, 2.0, 0.75, -0.25], rank=[2.0, 5.0, 3.0, 1.0, 4.0])),
    ("SequenceCalibrationLoss", sequence_calibration, "winner loser reference", dict(winner=-3.5, loser=-2.25, reference=-3.0)),
    ("GroupRelativePolicyLoss", group_relative, "log_pi", dict(log_pi=-1.5, log_ref=-2.25, advantage=0.75)),
]
