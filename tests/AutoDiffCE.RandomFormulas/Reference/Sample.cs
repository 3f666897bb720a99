namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>One sample: a row or a single number for each real input, and an integer for each label.</summary>
internal sealed record Sample(double[][] Reals, int[] Wholes, int Classes);
