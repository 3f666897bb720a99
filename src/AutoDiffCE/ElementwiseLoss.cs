namespace AutoDiffCE;

/// <summary>
/// A loss whose formula takes two scalars, <c>Formula(double prediction, double target)</c>: a regression loss, or a binary
/// classification loss on logits. Every element of the batch is a sample.
/// </summary>
public abstract class ElementwiseLoss : TargetLoss;
