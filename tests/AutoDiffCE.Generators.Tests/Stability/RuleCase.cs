using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

/// <summary>A formula that needs a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Formula">The formula, over the scalars z, t, the row x, the label y and the hyper-parameter q.</param>
/// <param name="Samples">Where it fails without the rule: values of z and t, or a row.</param>
internal sealed record RuleCase(string Rule, Func<Notation, Expression> Formula, params FormulaArguments[] Samples)
{
    /// <summary>Where ordinary values of the scalars lie.</summary>
    public (double Low, double High) Domain { get; init; } = (-3, 3);

    /// <summary>The scalars and rows that it is differentiated by.</summary>
    public string[] Differentiated { get; init; } = ["x", "z", "t"];

    /// <summary>Whether the rule saves work rather than digits.</summary>
    public bool SavesWork { get; init; }
}
