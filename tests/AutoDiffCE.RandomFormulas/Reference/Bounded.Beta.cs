namespace AutoDiffCE.RandomFormulas.Reference;

/// <content>The beta function.</content>
internal readonly partial record struct Bounded<F>
{
    public static Bounded<F> Beta(string name, Bounded<F> x, Bounded<F> y)
    {
        Match(ref x, ref y);
        double unit = x.IsShared ? UnitOfDouble : F.Unit;
        double result = PlainBeta(name, x.Value, y.Value);
        double ofX = x.Error + (unit * Math.Abs(x.Value)), ofY = y.Error + (unit * Math.Abs(y.Value));
        double error = 0;
        foreach (double atX in (ReadOnlySpan<double>)[x.Value - ofX, x.Value + ofX])
        {
            foreach (double atY in (ReadOnlySpan<double>)[y.Value - ofY, y.Value + ofY])
                error = Math.Max(error, Distance(PlainBeta(name, atX, atY), result));
        }
        // What is left of terms has the error of the terms.
        double first = name == "LogBeta" ? LossMath.LogGamma(Math.Min(x.Value, y.Value)) : 0;
        double size = Math.Abs(first) + Math.Abs(result - first);
        bool isOpen = x.IsBeyond || y.IsBeyond || !double.IsFinite(result);
        return Rounded(result, isOpen ? double.NaN : error + (3 * unit * size), false, x.IsShared);
    }

    private static double PlainBeta(string name, double x, double y) => name == "LogBeta" ? LossMath.LogBeta(x, y) : Batches.Strong.DigammaGap(x, y);
}
