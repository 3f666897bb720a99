using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>One law of real numbers that a formula is rewritten by.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Law">The law, as a textbook has it, with its precondition.</param>
/// <param name="Apply">The node that takes the place of a node the law fits; null where it does not fit.</param>
internal sealed record Rule(string Name, string Law, Func<NodeAlgebra, Node, Node?> Apply);
