using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>−log Σ_c T[c, y] p[c], T[c, y] = 1 − ε[c] for c = y and ε[c]/(K − 1) for others: a class c is confused with any other at a rate ε[c].</summary>
/// <remarks>G. Patrini et al., Making Deep Neural Networks Robust to Label Noise: A Loss Correction Approach, CVPR 2017.</remarks>
[Loss]
internal sealed partial class ForwardCorrectionLoss(double[] rates)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Exp(logits) / Sum(Exp(logits));
        double given = 0;
        for (int c = 0; c < p.Length; c++)
            given += Transition(c, y, p.Length) * p[c];
        return -Log(given);
    }

    private double Transition(int c, int y, int classes) => c == y ? 1 - rates[c] : rates[c] / (classes - 1);
}
