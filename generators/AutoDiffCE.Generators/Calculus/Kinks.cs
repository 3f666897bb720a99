using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Calculus;

/// <summary>Where a formula can have kinks: where one of its pieces ends and the next begins. Whether they meet smoothly there is not asked.</summary>
internal static class Kinks
{
    /// <summary>The places, as equations in the user's names, each once.</summary>
    /// <param name="algebra">Makes the nodes of the equations.</param>
    /// <param name="value">The formula, before pieces are made for the sake of digits.</param>
    /// <param name="inputs">The inputs of the formula: where a piece ends without regard to those it is differentiated by, there is no kink.</param>
    public static IEnumerable<string> In(NodeAlgebra algebra, Node value, IEnumerable<FormulaInput> inputs)
    {
        HashSet<string> differentiable = [.. inputs.Where(input => input.IsDifferentiable).Select(input => input.Name)];
        bool Moves(Node node) => Search.Reaches(
            node, part => part.IsMoving, part => part.Operation is Operation.Element or Operation.Scalar && differentiable.Contains(part.Name));

        return TopologicalOrder.FromLeaves([value])
            .SelectMany(node => Ends(algebra, node))
            .Where(end => !IsOutOfReach(end.Left) && !IsOutOfReach(end.Right))
            .Select(end => algebra.Subtract(end.Left, end.Right))
            .Where(Moves)
            .Select(difference => Equation(algebra, difference))
            .Concat(TopologicalOrder.FromLeaves([value]).Where(node => node.Function?.Breaks is not null && Moves(node)).Select(Break))
            .Concat(TopologicalOrder.FromLeaves([value]).Where(IsExtremum).Where(Moves).Select(node => FormulaPrinter.Print(node) + " is reached twice"))
            .Distinct();
    }

    private static IEnumerable<(Node Left, Node Right)> Ends(NodeAlgebra algebra, Node node)
    {
        Node zero = algebra.Constant(0);
        if (node.Operation == Operation.Norm || node.Is(CircleFunctions.Hypot))
            return algebra.Ranges.IsPositive(node) ? [] : [(node, zero)];
        if (node.Function is { } function)
        {
            return node.Is(Functions.Pow) && IsWhole(node.Second) ? [] : function.Bends
                .Where(bend => bend.Right >= 0 || !algebra.Ranges.IsPositive(node.Operands[bend.Left]))
                .Select(bend => (node.Operands[bend.Left], bend.Right < 0 ? zero : node.Operands[bend.Right]));
        }
        bool compares = node.Operation is Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal && node.First.Kind == ValueKind.Real;
        return compares ? [(node.First, node.Second)] : [];
    }

    private static bool IsWhole(Node exponent) => exponent.Operation == Operation.Constant && exponent.Value == Math.Floor(exponent.Value);

    private static string Break(Node call) => $"{FormulaPrinter.Print(call.First)} {call.Function!.Breaks}";

    private static bool IsExtremum(Node node) => node.Operation is Operation.Max or Operation.Min;

    private static bool IsOutOfReach(Node end) => end.Operation == Operation.Constant && double.IsInfinity(end.Value);

    // 2 a − 2 b = 0 is a = b
    private static string Equation(NodeAlgebra algebra, Node difference)
    {
        IReadOnlyList<(double Coefficient, Node Term)> terms = new TermList(algebra, difference).Terms;
        double first = Math.Abs(terms[0].Coefficient);
        double divisor = terms.All(part => Math.Abs(part.Coefficient).Equals(first)) ? first : 1;
        Node Side(int sign) => algebra.Add(terms
            .Where(part => sign < 0 ? part.Coefficient < 0 : part.Coefficient > 0)
            .Select(part => algebra.WithCoefficient(sign * part.Coefficient / divisor, part.Term)));

        (Node left, Node right) = (Side(1), Side(-1));
        return left.IsConstant(0) ? $"{FormulaPrinter.Print(right)} = 0" : $"{FormulaPrinter.Print(left)} = {FormulaPrinter.Print(right)}";
    }
}
