namespace AutoDiffCE.Generators.Formulas;

/// <summary>Where an expression is a place in a row, which is an integer, and not a number.</summary>
internal static class Positions
{
    /// <summary>Whether an operand is used as an index, in the bits of a register.</summary>
    public static bool IsIndexOperand(Node node, int position) => node.Operation switch
    {
        Operation.Element or Operation.SharedElement => true,
        Operation.Equal => AreIndices(node),
        _ => node.IsReduction && position == 1,
    };

    /// <summary>Whether an equation is between class indices that are not known before a kernel runs: they are compared as integers.</summary>
    public static bool AreIndices(Node equation) =>
        AreWhole(equation) && equation.Operands.Any(operand => operand.Operation is Operation.Index or Operation.Label);

    /// <summary>Whether an equation is between whole numbers of classes.</summary>
    public static bool AreWhole(Node equation) => equation.First.IsClassIndex && equation.Second.IsClassIndex;

    /// <summary>How many classes a row has that has a place: row[n] needs n + 1, row[^n] needs n.</summary>
    public static int ClassesNeeded(Node place) => place.Operation == Operation.Constant
        ? (int)Math.Min(place.Value + 1, int.MaxValue)
        : (int)-place.Operands.Where(term => term.Operation == Operation.Constant).Sum(term => term.Value);
}
