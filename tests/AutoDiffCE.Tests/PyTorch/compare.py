"""What PyTorch says of random batches: values and gradients of its criteria in double, for every reduction and parameter.

    python3 tests/AutoDiffCE.Tests/PyTorch/compare.py

writes numbers.json beside itself, which the tests hold the ready-made losses to. It needs PyTorch, such as Debian's python3-torch.
"""

import json
import pathlib
import warnings

import torch
import torch.nn as nn

SEED = 20260
SAMPLES = 3
CLASSES = 5

generator = torch.Generator().manual_seed(SEED)


def normal(*shape):
    return torch.randn(*shape, dtype=torch.float64, generator=generator) * 2


def uniform(*shape):
    return torch.rand(*shape, dtype=torch.float64, generator=generator)


def signs(*shape):
    return (uniform(*shape) < 0.5).double() * 2 - 1


def flags(*shape):
    return (uniform(*shape) < 0.4).double()


def counts(*shape):
    return torch.floor(uniform(*shape) * 6)


def labels(samples=SAMPLES):
    return torch.floor(uniform(samples) * CLASSES).long()


def rows():
    return normal(SAMPLES, CLASSES)


def log_probabilities():
    return torch.log_softmax(rows(), 1)


def probabilities():
    return torch.softmax(rows(), 1)


class SigmoidFocal(nn.Module):
    """torchvision.ops.sigmoid_focal_loss, which its own package holds: its definition."""

    def __init__(self, alpha, gamma, reduction):
        super().__init__()
        self.alpha, self.gamma, self.reduction = alpha, gamma, reduction

    def forward(self, logit, target):
        p = torch.sigmoid(logit)
        cross_entropy = nn.functional.binary_cross_entropy_with_logits(logit, target, reduction="none")
        p_t = p * target + (1 - p) * (1 - target)
        loss = cross_entropy * (1 - p_t) ** self.gamma
        if self.alpha >= 0:
            loss = (self.alpha * target + (1 - self.alpha) * (1 - target)) * loss
        return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[self.reduction]()


class MultiLabelMarginOfFlags(nn.MultiLabelMarginLoss):
    """nn.MultiLabelMarginLoss of flags: its target is the list of the labels that are set, ended by −1."""

    def forward(self, scores, target):
        padded = torch.full(target.shape, -1, dtype=torch.long)
        for sample, row in enumerate(target):
            true = torch.nonzero(row).flatten()
            padded[sample, : len(true)] = true
        return super().forward(scores, padded)


def cases():
    """Each: our name and parameters, PyTorch's criterion but for its reduction, inputs, which of them are differentiated, labels."""
    weights = (uniform(CLASSES) + 0.5)
    listed = weights.tolist()
    pair = lambda: [normal(SAMPLES), normal(SAMPLES)]
    signed = lambda: [normal(SAMPLES), signs(SAMPLES)]
    yield "MeanSquaredErrorLoss", {}, nn.MSELoss, {}, pair(), [0], None
    yield "MeanAbsoluteErrorLoss", {}, nn.L1Loss, {}, pair(), [0], None
    for delta in (1.0, 0.7):
        yield "HuberLoss", {"delta": delta}, nn.HuberLoss, {"delta": delta}, pair(), [0], None
    for beta in (1.0, 0.7, 0.0):
        yield "SmoothL1Loss", {"beta": beta}, nn.SmoothL1Loss, {"beta": beta}, pair(), [0], None
    yield "SoftMarginLoss", {}, nn.SoftMarginLoss, {}, signed(), [0], None
    for margin in (1.0, 1.7):
        yield "HingeEmbeddingLoss", {"margin": margin}, nn.HingeEmbeddingLoss, {"margin": margin}, signed(), [0], None
    yield "BinaryCrossEntropyLoss", {}, nn.BCELoss, {}, [uniform(SAMPLES), uniform(SAMPLES)], [0], None
    for weight in (1.0, 2.5):
        yield ("BinaryCrossEntropyWithLogitsLoss", {"positiveWeight": weight}, nn.BCEWithLogitsLoss, {"pos_weight": torch.tensor(weight).double()},
               [normal(SAMPLES), uniform(SAMPLES)], [0], None)
    for alpha, gamma in ((0.25, 2.0), (0.6, 1.5), (0.5, 0.0), (-1.0, 2.0)):
        yield "SigmoidFocalLoss", {"alpha": alpha, "gamma": gamma}, SigmoidFocal, {"alpha": alpha, "gamma": gamma}, [normal(SAMPLES), flags(SAMPLES)], [0], None
    for log_input in (True, False):
        for full in (True, False):
            for eps in (1e-8, 1e-2):
                yield ("PoissonNegativeLogLikelihoodLoss", {"logInput": log_input, "full": full, "epsilon": eps},
                       nn.PoissonNLLLoss, {"log_input": log_input, "full": full, "eps": eps},
                       [normal(SAMPLES) if log_input else uniform(SAMPLES) * 3, counts(SAMPLES)], [0], None)
    for full in (True, False):
        for eps in (1e-6, 1e-2):
            yield ("GaussianNegativeLogLikelihoodLoss", {"full": full, "epsilon": eps}, nn.GaussianNLLLoss, {"full": full, "eps": eps},
                   [normal(SAMPLES), normal(SAMPLES), uniform(SAMPLES) + 0.02], [0, 2], None)
    for margin in (0.0, 0.6):
        yield "MarginRankingLoss", {"margin": margin}, nn.MarginRankingLoss, {"margin": margin}, [*pair(), signs(SAMPLES)], [0, 1], None

    yield "KullbackLeiblerLoss", {"logTarget": False}, nn.KLDivLoss, {"log_target": False}, [log_probabilities(), probabilities()], [0], None
    yield "KullbackLeiblerLoss", {"logTarget": False}, nn.KLDivLoss, {"log_target": False}, [log_probabilities(), flags(SAMPLES, CLASSES)], [0], None
    yield "KullbackLeiblerLoss", {"logTarget": True}, nn.KLDivLoss, {"log_target": True}, [log_probabilities(), log_probabilities()], [0], None
    yield "MultiLabelMarginLoss", {}, MultiLabelMarginOfFlags, {}, [rows(), flags(SAMPLES, CLASSES)], [0], None
    yield "MultiLabelSoftMarginLoss", {}, nn.MultiLabelSoftMarginLoss, {}, [rows(), flags(SAMPLES, CLASSES)], [0], None
    yield "MultiLabelSoftMarginLoss", {"weights": listed}, nn.MultiLabelSoftMarginLoss, {"weight": weights}, [rows(), flags(SAMPLES, CLASSES)], [0], None
    for margin in (0.0, 0.4, -0.3):
        yield ("CosineEmbeddingLoss", {"margin": margin}, nn.CosineEmbeddingLoss, {"margin": margin}, [rows(), rows(), signs(SAMPLES)], [0, 1], None)
    for swap in (False, True):
        for margin, eps in ((1.0, 1e-6), (2.5, 1e-3)):
            yield ("TripletMarginLoss", {"margin": margin, "epsilon": eps, "swap": swap},
                   nn.TripletMarginLoss, {"margin": margin, "eps": eps, "swap": swap}, [rows(), rows(), rows()], [0, 1, 2], None)
            for p in (1.0, 2.0, 3.5):
                yield ("TripletMarginPowerLoss", {"p": p, "margin": margin, "epsilon": eps, "swap": swap},
                       nn.TripletMarginLoss, {"p": p, "margin": margin, "eps": eps, "swap": swap}, [rows(), rows(), rows()], [0, 1, 2], None)

    some = labels()
    some[1] = -100
    for weight in (None, weights):
        given = {} if weight is None else {"ClassWeights": listed}
        for label in (labels(), some):
            yield "NegativeLogLikelihoodLoss", given, nn.NLLLoss, {"weight": weight}, [log_probabilities()], [0], label
            for smoothing in (0.0, 0.2):
                yield ("CrossEntropyLoss", {**given, "LabelSmoothing": smoothing}, nn.CrossEntropyLoss, {"weight": weight, "label_smoothing": smoothing},
                       [rows()], [0], label)
        for margin, p in ((1.0, 1), (0.7, 2)):
            yield ("MultiMarginLoss", {**given, "margin": margin, "squared": p == 2}, nn.MultiMarginLoss, {"margin": margin, "p": p, "weight": weight},
                   [rows()], [0], labels())


def run(criterion, arguments, inputs, differentiable, label, upstream, reduction):
    inputs = [tensor.detach().clone().requires_grad_(position in differentiable) for position, tensor in enumerate(inputs)]
    passed = inputs if label is None else [*inputs, label]
    value = criterion(reduction=reduction, **arguments)(*passed)
    if reduction == "none":
        # A divergence without reduction has one value per class there; a sample has one value here.
        value = value.sum(1) if value.dim() == 2 else value
        value.backward(upstream)
    else:
        value.backward()
    return {
        "values": value.detach().flatten().tolist(),
        "gradients": [tensor.grad.flatten().tolist() if position in differentiable else [] for position, tensor in enumerate(inputs)],
    }


def results_of(name, parameters, criterion, arguments, inputs, differentiable, label):
    upstream = normal(SAMPLES)
    reductions = ["none", "mean", "sum"] + (["batchmean"] if criterion is nn.KLDivLoss else [])
    return {
        "loss": name,
        "parameters": parameters,
        "inputs": [tensor.flatten().tolist() for tensor in inputs],
        "labels": [] if label is None else label.tolist(),
        "upstream": upstream.tolist(),
        "results": {reduction: run(criterion, arguments, inputs, differentiable, label, upstream, reduction) for reduction in reductions},
    }


def main():
    warnings.simplefilter("ignore")
    results = [results_of(*case) for case in cases()]
    path = pathlib.Path(__file__).with_name("numbers.json")
    lines = ",\n".join(json.dumps(result, separators=(",", ":")) for result in results)
    path.write_text(f'{{"version":"{torch.__version__}","seed":{SEED},"samples":{SAMPLES},"classes":{CLASSES},"batches":[\n{lines}\n]}}\n')
    print(f"{len(results)} batches of PyTorch {torch.__version__} in {path}")


main()
