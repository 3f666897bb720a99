using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>Numbers for the names in a formula that suit most: the same ones in every run.</summary>
internal static class SampleArguments
{
    // Its multiples fill the numbers from 0 to 1 evenly.
    private const double GoldenRatio = 1.6180339887498949;

    /// <summary>
    /// The numbers of one sample. Every other sample has probabilities for its inputs, the rest numbers of either sign; hyper-parameters are positive, and
    /// ascend in one half of the samples and descend in the other.
    /// </summary>
    public static FormulaArguments Of(Formula formula, int classes, int sample)
    {
        var arguments = new FormulaArguments { Classes = classes };
        int drawn = 31 * sample;
        double Unit() => ++drawn * GoldenRatio % 1;
        double Next() => sample % 2 == 0 ? 0.05 + 0.9 * Unit() : 4 * Unit() - 2;

        foreach (FormulaInput input in formula.Inputs)
        {
            if (input.Kind.IsRow)
                arguments.Rows[input.Name] = [.. Enumerable.Range(0, classes).Select(_ => Next())];
            else if (input.Kind.IsReal)
                arguments.Scalars[input.Name] = Next();
            else
                arguments.Labels[input.Name] = (int)(Unit() * classes);
        }
        for (int position = 0; position < formula.HyperParameters.Length; position++)
        {
            HyperParameter parameter = formula.HyperParameters[position];
            int rank = sample / 2 % 2 == 0 ? position + 1 : formula.HyperParameters.Length - position;
            double number = parameter.IsFlag ? Math.Round(Unit()) : 0.3 * rank + 0.2 * Unit();
            if (parameter.IsRow)
                arguments.Rows[parameter.Name] = [.. Enumerable.Range(0, classes).Select(c => number * (c + 1))];
            else
                arguments.Scalars[parameter.Name] = number;
        }
        return arguments;
    }
}
