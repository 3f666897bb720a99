using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>Inputs for a program.</summary>
internal sealed record Batch(int Samples, int Classes, double[][] Reals, int[][] Wholes)
{
    // What a sample is made of; the last are where floating-point code breaks.
    private static readonly double[] ties = [0, 0, 1, -1, 0.5, 2];
    private static readonly double[] extremes = [0, 1, 88, -88, 89, 1e4, -1e4, 1e-10, -1e-10, 710, -745, 1e-30, 1e18, 3, -0.5];

    /// <summary>Random inputs, each sample of one kind.</summary>
    public static Batch Make(LossProgram program, int samples, int classes, Dice dice)
    {
        double[][] reals = [.. program.Reals.Select(input => new double[input.Sort == Sort.Row ? samples * classes : samples])];
        int[][] wholes = [.. program.Wholes.Select(_ => new int[samples])];
        for (int sample = 0; sample < samples; sample++)
        {
            int kind = dice.Next(10);
            for (int input = 0; input < reals.Length; input++)
            {
                int length = program.Reals[input].Sort == Sort.Row ? classes : 1;
                for (int element = 0; element < length; element++)
                    reals[input][(sample * length) + element] = Number(program.Reals[input].Domain, kind, dice);
            }
            foreach (int[] whole in wholes)
                whole[sample] = dice.Next(program.HasRows ? classes : 4);
        }
        return new Batch(samples, classes, reals, wholes);
    }

    /// <summary>One sample in a precision.</summary>
    public Sample Sample(LossProgram program, int sample, Func<double, double> round) => new(
        [.. Reals.Select((real, input) => program.Reals[input].Sort == Sort.Row
            ? real.AsSpan(sample * Classes, Classes).ToArray().Select(round).ToArray()
            : [round(real[sample])])],
        [.. Wholes.Select(whole => whole[sample])],
        Classes);

    private static double Number(Domain domain, int kind, Dice dice)
    {
        double x = kind switch
        {
            < 5 => dice.Normal(),
            5 => 6 * dice.Normal(),
            6 => Math.Exp(3 * dice.Normal()) * dice.Pick(1, -1),
            7 => dice.Pick<double>(ties),
            8 => dice.Chance(0.5) ? dice.Pick<double>(extremes) : dice.Normal(),
            _ => dice.Pick<double>(extremes),
        };
        return domain switch
        {
            Domain.Positive => x == 0 ? 1e-3 : Math.Abs(x),
            Domain.Unit => kind >= 7 ? dice.Pick(0, 1, 0.5, 1e-10) : dice.Unit(),
            Domain.Flag => dice.Next(2),
            _ => x,
        };
    }
}
