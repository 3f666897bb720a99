namespace AutoDiffCE.Generators.Formulas;

/// <summary>One line of the function table.</summary>
/// <param name="Name">The name in LossMath, in messages and in printed formulas.</param>
/// <param name="Arity">How many operands it takes.</param>
/// <param name="Evaluate">The reference: the function in double.</param>
/// <param name="Range">Where its values lie.</param>
/// <param name="Shared">The C# call on doubles: how a value that the whole batch shares is computed, once.</param>
/// <param name="Lanes">The C# call on a register, a member of it unless qualified, or null where scheduling lowers the function to others.</param>
/// <param name="Cost">Instructions, about: more than ten is a transcendental function.</param>
internal sealed record Function(
    string Name,
    int Arity,
    Func<double, double, double, double> Evaluate,
    Interval Range,
    string Shared,
    string? Lanes,
    int Cost)
{
    public bool IsTranscendental => Cost > 10;

    /// <summary>Where its argument lies: elsewhere it is NaN. The argument is its first operand, but for x log y.</summary>
    public Interval Domain { get; init; } = Interval.All;

    /// <summary>From where on a function of one operand is increasing; NaN where it is not, or nobody asks.</summary>
    public double IncreasingFrom { get; init; } = double.NaN;

    /// <summary>Where its values lie for operands that lie in intervals; null where nothing better than the range is known.</summary>
    public Func<Interval, Interval, Interval, Interval>? Image { get; init; }

    /// <summary>Whether its value is above zero, by whether its operands are.</summary>
    public Func<bool, bool, bool, bool> IsPositive { get; init; } = (_, _, _) => false;

    /// <summary>The pairs of operands at whose equality it bends; −1 stands for zero.</summary>
    public (int Left, int Right)[] Bends { get; init; } = [];

    /// <summary>
    /// What its operand is where it jumps, or has an infinite slope, as the end of a sentence; null where it does not, or where <see cref="Bends"/> says it.
    /// </summary>
    public string? Breaks { get; init; }

    /// <summary>Whether nothing is rounded: of numbers it is a number.</summary>
    public bool IsExact { get; init; }

    /// <summary>What a local with its value is called.</summary>
    public string LocalName { get; init; } = char.ToLowerInvariant(Name[0]) + Name.Substring(1);
}
