namespace AutoDiffCE.Checking;

/// <summary>All there is to compare at one point, whatever it is that is checked: a loss, a map, a function.</summary>
internal interface IComparison
{
    /// <summary>Where there can be kinks; empty if nowhere, null where nothing says so.</summary>
    IReadOnlyList<string>? Kinks { get; }

    /// <summary>The gradients that differences of values tell right from wrong.</summary>
    IEnumerable<CheckedFunction> Gradients { get; }

    /// <summary>Results that must agree: computed twice, by several members, in float and in double.</summary>
    IEnumerable<GradientElement> Twins(Random random);

    /// <summary>The value at another point, or the values of a map there.</summary>
    double[] ValuesAt(double[] point);
}
