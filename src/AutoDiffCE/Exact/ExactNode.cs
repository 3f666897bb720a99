using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>One expression of an <see cref="ExactFormula"/>. Operands come before what uses them.</summary>
internal sealed class ExactNode
{
    private const int NoAxis = -1;

    /// <summary>Makes a node.</summary>
    /// <param name="operation">What it does.</param>
    /// <param name="operands">Its operands; of a reduction, the body and, where one index is left out, that index.</param>
    /// <param name="value">Of a number, the number; of a real input, 1 where it is held.</param>
    /// <param name="position">Of an input or a capture, which one it is; of an index or a reduction, the axis.</param>
    /// <param name="function">Of a call, the function.</param>
    public ExactNode(Operation operation, ExactNode[] operands, double value = 0, int position = 0, string function = "")
    {
        Operation = operation;
        Operands = operands;
        Value = value;
        Position = position;
        Function = function;
        Axis = operation is Operation.Index || IsReduction ? position : NoAxis;
        Axes = AxesOf();
        IsVariable = operation is Operation.Scalar or Operation.Element ? value == 0 : operands.Any(operand => operand.IsVariable);
        IsShared = operation is not (Operation.Scalar or Operation.Element or Operation.Label) && Array.TrueForAll(operands, operand => operand.IsShared);
    }

    /// <summary>What it does.</summary>
    public Operation Operation { get; }

    /// <summary>Its operands; of a reduction, the body and, where one index is left out, that index.</summary>
    public ExactNode[] Operands { get; }

    /// <summary>Of a number, the number; of a real input, 1 where it is held, so that no derivative flows to it.</summary>
    public double Value { get; }

    /// <summary>Of an input or a capture, which one it is.</summary>
    public int Position { get; }

    /// <summary>Of a call, the function.</summary>
    public string Function { get; }

    /// <summary>Of an index, its axis; of a reduction, the axis that it removes.</summary>
    public int Axis { get; }

    /// <summary>The axes along which the value varies, one bit each.</summary>
    public int Axes { get; }

    /// <summary>How many axes there are.</summary>
    public int Rank => BitOperations.PopCount((uint)Axes);

    /// <summary>Whether real inputs of the sample are in it, so that a derivative can flow through it.</summary>
    public bool IsVariable { get; }

    /// <summary>Whether it is a real input of the sample to which no derivative flows.</summary>
    public bool IsHeld => Operation is Operation.Scalar or Operation.Element && !IsVariable;

    /// <summary>Whether all samples of a call share it: no input is in it.</summary>
    public bool IsShared { get; }

    /// <summary>Whether it takes many numbers along an axis to one.</summary>
    public bool IsReduction => Operation is Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm;

    /// <summary>Whether its value is a truth, 1 or 0.</summary>
    public bool IsTruth => Operation is Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal
        or Operation.And or Operation.Or or Operation.Not;

    private int AxesOf()
    {
        if (Operation == Operation.Index)
            return 1 << Axis;
        if (IsReduction)
            return (Operands[0].Axes & ~(1 << Axis)) | (Operands.Length == 2 ? Operands[1].Axes : 0);
        return Operands.Aggregate(0, (axes, operand) => axes | operand.Axes);
    }
}
