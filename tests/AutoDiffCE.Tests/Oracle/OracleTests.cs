using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Oracle;

/// <summary>Every generated member against the formula called as C#, and its gradient against differences of it.</summary>
public abstract class OracleTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Seed = 20_260;

    private static readonly int lanes = Math.Max(LaneWidth.Bits / (Unsafe.SizeOf<T>() * 8), 1);

    private static readonly int longestShortRow = BlockSizes.LongestShortRow(lanes);

    // Around one register and two; all up to two in the long form.
    private static IEnumerable<int> AroundRegisters =>
        ((int[])[1, 2, 3, lanes - 1, lanes, lanes + 1, (2 * lanes) - 1, 2 * lanes, (2 * lanes) + 1]).And(Enumerable.Range(1, 2 * lanes));

    /// <summary>Rows around one register and two, and around the length at which the loop order changes.</summary>
    private static IEnumerable<int> RowLengths =>
        AroundRegisters.Concat([4, 5, longestShortRow, longestShortRow + 1, longestShortRow + lanes, longestShortRow + lanes + 3])
            .Where(classes => classes > 0)
            .Distinct();

    /// <summary>The losses, by name.</summary>
    public static TheoryData<string> Names => [.. AllLosses.All(2).Select(loss => loss.Name).Distinct()];

    /// <summary>The losses that have a label, by name.</summary>
    public static TheoryData<string> LabeledNames => [.. AllLosses.Labeled(2).Select(pair => pair.Loss.GetType().Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_length_gives_what_the_formula_gives(string name)
    {
        foreach (int classes in RowLengths)
        {
            foreach (LossCase loss in AllLosses.All(classes).Where(loss => loss.Name == name))
                EveryEntryPoint.AssertMatches<T>(new Scenario(loss, 3, Seed + classes));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_batch_size_gives_what_the_formula_gives(string name)
    {
        foreach (int classes in new[] { 3, longestShortRow + 1 })
        {
            foreach (LossCase loss in AllLosses.All(classes).Where(loss => loss.Name == name))
            {
                var largest = new Scenario(loss, (2 * lanes) + 1, Seed);
                foreach (int samples in AroundRegisters.Prepend(0).Distinct())
                    EveryEntryPoint.AssertMatches<T>(largest.Take(samples));
            }
        }
    }

    [Theory]
    [MemberData(nameof(LabeledNames))]
    public void A_distribution_gives_the_mean_of_the_formula_under_it(string name)
    {
        foreach (int classes in new[] { 1, 2, 5, lanes, (2 * lanes) + 1, longestShortRow + 1 })
        {
            foreach ((LabelLoss loss, Func<Row, int, double> formula) in AllLosses.Labeled(classes).Where(pair => pair.Loss.GetType().Name == name))
                EveryEntryPoint.AssertMatches<T>(new Scenario(LossCase.OfDistribution(loss, formula, classes), 3, Seed + classes));
        }
    }
}
