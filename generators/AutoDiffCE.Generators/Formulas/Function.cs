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
}
