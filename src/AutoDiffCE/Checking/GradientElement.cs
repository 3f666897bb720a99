namespace AutoDiffCE.Checking;

/// <summary>One derivative that was checked.</summary>
/// <param name="Gradient">The member it comes from, and what it was compared with.</param>
/// <param name="Sample">The sample; the number of the direction where directions were checked; −1 for the value of the whole.</param>
/// <param name="Class">The class within the sample; −1 where a value or a direction was checked.</param>
/// <param name="Input">The number the derivative is taken by.</param>
/// <param name="Analytic">The derivative under test.</param>
/// <param name="Numeric">What it should be.</param>
/// <param name="Error">The difference of both, relative to what it was judged against; 0 at a kink where it lies between the one-sided derivatives.</param>
/// <param name="Verdict">What this means.</param>
/// <param name="Note">What else belongs to it: the label or target of the sample, the one-sided derivatives at a kink.</param>
public sealed record GradientElement(
    string Gradient,
    int Sample,
    int Class,
    double Input,
    double Analytic,
    double Numeric,
    double Error,
    GradientVerdict Verdict,
    string Note);
