using AutoDiffCE.Generators.Tests.HighPrecision;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>
/// Derivatives as quotients of central differences, in so many digits that nothing is lost; what is stopped does not move. At a kink, where the two sides differ,
/// NaN.
/// </summary>
internal static class FiniteDifferences
{
    private const int Step = -300;

    // A jump divided by the step is more than this.
    private const double LargestSlope = 1e60;

    public static double[][] Of(LossProgram program, Sample sample)
    {
        var stopped = new StoppedNumbers<RealNumber>();
        Real middle = At(program, sample, 0, 0, Real.Zero, stopped);
        return [.. sample.Reals.Select((real, input) => real.Select((x, element) =>
        {
            Real step = Real.PowerOfTwo(Step) * (x == 0 ? 1 : Math.Abs(x));
            Real above = At(program, sample, input, element, step, stopped), below = At(program, sample, input, element, -step, stopped);
            double right = ((above - middle) / step).ToDouble(), left = ((middle - below) / step).ToDouble();
            // Where the value is so large that its last bit hides the difference, there is none.
            double resolution = (Real.Abs(middle) * Real.PowerOfTwo(10 - Real.Precision) / step).ToDouble();
            if (resolution > 1e-13 * Math.Max(Math.Abs(right), 1e-200))
                return double.NaN;
            bool isSmooth = Math.Abs(right) < LargestSlope && Math.Abs(right - left) <= 1e-12 * Math.Max(Math.Abs(right), Math.Abs(left));
            return isSmooth ? ((above - below) / (step * 2)).ToDouble() : double.NaN;
        }).ToArray())];
    }

    private static Real At(LossProgram program, Sample sample, int input, int element, Real offset, StoppedNumbers<RealNumber> stopped)
    {
        (int, int, RealNumber) change = (input, element, new RealNumber(offset));
        RealNumber[] values = Evaluation<RealNumber>.Run(program, sample, [], change: change, stopped: stopped.Again()).Values;
        return RealNumber.Sum(values).Value;
    }
}
