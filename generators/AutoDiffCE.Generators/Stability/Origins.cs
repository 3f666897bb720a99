using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>What the factors of a product are made of: the inputs that make them large or small, and the quotients that are infinite where they divide by zero.</summary>
/// <param name="overflow">Tells poles.</param>
internal sealed class Origins(Overflow overflow)
{
    // What is reduced from rows stays where it is.
    private readonly Collector inputs = new(
        node => !node.IsReduction && !node.IsShared, node => node.Operation is Operation.Element or Operation.Scalar ? node : null);

    private readonly Collector quotients = new(node => !node.IsReduction && !node.IsShared, node => overflow.IsPole(node) ? node : null);

    private readonly Collector divisors = new(node => !node.IsReduction, node => node switch
    {
        _ when node.Operation == Operation.Divide || node.Is(Functions.QuotientOrZero) => node.Second,
        _ when node.Is(Functions.Log) || node.Is(Functions.Pow) => node.First,
        _ => null,
    });

    /// <summary>The inputs that a node is computed from, one element or sample at a time.</summary>
    public IReadOnlyList<Node> InputsOf(Node node) => inputs.Below(node);

    /// <summary>The quotients that are infinite where their divisor is zero, and that more than one factor is made of: one may vanish where the other grows.</summary>
    public IEnumerable<Node> PolesOf(ImmutableArray<Node> factors) => factors
        .SelectMany(quotients.Below)
        .GroupBy(pole => pole)
        .Where(pole => pole.Skip(1).Any())
        .Select(pole => pole.Key);

    /// <summary>What a node, or a part of it, is divided by or is the logarithm or a power of, so that it may be infinite where that is zero.</summary>
    public IEnumerable<Node> DivisorsOf(Node node) => divisors.Below(node);
}
