using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// One expression. Nodes are immutable and interned by their <see cref="NodeTable"/>: equal expressions are the same object, so common
/// sub-expressions are shared by construction and comparing two formulas is comparing two references.
/// </summary>
internal sealed class Node
{
    public const int NoAxis = -1;

    internal Node(int id, Operation operation, ImmutableArray<Node> operands, double value, string name, int axis, Function? function)
    {
        Id = id;
        Operation = operation;
        Operands = operands;
        Value = value;
        Name = name;
        Axis = axis;
        Function = function;
        Kind = KindOf(operation);
        Axes = AxesOf(operation, operands, axis);
        Depth = 1 + operands.Select(operand => operand.Depth).DefaultIfEmpty().Max();
        IsShared = operation is not (Operation.Scalar or Operation.Label or Operation.Element) && operands.All(operand => operand.IsShared);
        IsMoving = operation is Operation.Scalar or Operation.Element ? value == 0 : operands.Any(operand => operand.IsMoving);
    }

    /// <summary>The order of creation: operands come before what uses them.</summary>
    public int Id { get; }

    public Operation Operation { get; }

    /// <summary>
    /// Of a reduction: the body and, where one index is left out, that index. Whatever walks a formula asks for them at every node, so asking is what
    /// <see cref="Work"/> counts: nobody can forget to.
    /// </summary>
    public ImmutableArray<Node> Operands
    {
        get
        {
            Work.Count();
            return field;
        }
    }

    /// <summary>
    /// The number of a <see cref="Operation.Constant"/> or <see cref="Operation.Truth"/>; 1 where a hyper-parameter is a flag; of a label, how many classes it
    /// has beyond those of the row, and −1 of an integer input that is none; of a real input, 1 where it is held: see <see cref="HeldInputs"/>.
    /// </summary>
    public double Value { get; }

    /// <summary>The name of an input or hyper-parameter, as the user wrote it.</summary>
    public string Name { get; }

    /// <summary>The axis of an <see cref="Operation.Index"/>, or the axis that a reduction removes.</summary>
    public int Axis { get; }

    /// <summary>The function of a <see cref="Operation.Call"/>.</summary>
    public Function? Function { get; }

    public ValueKind Kind { get; }

    /// <summary>The axes along which the value varies.</summary>
    public AxisSet Axes { get; }

    /// <summary>The longest way down to a leaf.</summary>
    public int Depth { get; }

    /// <summary>Whether all samples share the value: it depends on constants, hyper-parameters and the number of classes only.</summary>
    public bool IsShared { get; }

    /// <summary>Whether a real input is in it that is not held, so that a derivative can flow through it.</summary>
    public bool IsMoving { get; }

    /// <summary>Whether it is a real input of the sample, which a derivative does not flow to.</summary>
    public bool IsHeld => Operation is Operation.Scalar or Operation.Element && !IsMoving;

    public bool IsReduction => Operation is Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm;

    /// <summary>The first operand; of a reduction, its body.</summary>
    public Node First => Operands[0];

    public Node Second => Operands[1];

    public Node Third => Operands[2];

    /// <summary>The index that a reduction leaves out.</summary>
    public Node? Excluded => IsReduction && Operands.Length == 2 ? Operands[1] : null;

    /// <summary>Whether it is a class index: a label, a position, a whole number, or one counted from the end of the row.</summary>
    public bool IsClassIndex => Operation switch
    {
        Operation.Constant => Value >= 0 && Value == Math.Floor(Value) && Value <= int.MaxValue,
        Operation.Add => Operands.Any(term => term.Operation == Operation.Length)
            && Operands.All(term => term.Operation == Operation.Length || (term.Operation == Operation.Constant && term.Value == Math.Floor(term.Value))),
        // what may lie beyond the row picks nothing out of it: it is a number
        Operation.Label => Value == 0,
        _ => Kind == ValueKind.Integer,
    };

    public bool IsConstant(double value) => Operation == Operation.Constant && Value.Equals(value);

    /// <summary>Whether it says of a hyper-parameter that is a bool that it is false.</summary>
    public bool IsFlagUnset => Operation == Operation.Equal && First is { Operation: Operation.HyperParameter, Value: 1 } && Second.IsConstant(0);

    public bool Is(Function function) => ReferenceEquals(Function, function);

    public override string ToString() => FormulaPrinter.Print(this);

    private static ValueKind KindOf(Operation operation) => operation switch
    {
        Operation.Label or Operation.Index or Operation.Length => ValueKind.Integer,
        Operation.Truth or Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal => ValueKind.Boolean,
        Operation.And or Operation.Or or Operation.Not => ValueKind.Boolean,
        Operation.Constant or Operation.HyperParameter or Operation.Scalar or Operation.Element or Operation.SharedElement => ValueKind.Real,
        Operation.Add or Operation.Multiply or Operation.Negate or Operation.Divide or Operation.Call or Operation.Select => ValueKind.Real,
        Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm => ValueKind.Real,
        _ => throw new UnknownOperationException(operation),
    };

    private static AxisSet AxesOf(Operation operation, ImmutableArray<Node> operands, int axis)
    {
        if (operation == Operation.Index)
            return AxisSet.Of(axis);

        AxisSet axes = AxisSet.None;
        foreach (Node operand in operands)
            axes |= operand.Axes;
        return axis == NoAxis ? axes : operands[0].Axes - AxisSet.Of(axis) | (operands.Length == 2 ? operands[1].Axes : AxisSet.None);
    }
}
