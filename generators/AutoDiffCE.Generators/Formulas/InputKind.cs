using AutoDiffCE.Batches;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>What one parameter of a formula holds for each sample: the table of such kinds, a line each, which parser, kernels and members read.</summary>
internal sealed class InputKind
{
    /// <summary>One real number for each class.</summary>
    public static readonly InputKind Row = new(
        "row", "Input", KernelInputKind.Row, false, (table, input) => table.Element(input.Name, table.Index(AxisSet.Row)));

    /// <summary>One real number.</summary>
    public static readonly InputKind Scalar = new("scalar", "Input", KernelInputKind.Scalar, false, (table, input) => table.Scalar(input.Name));

    /// <summary>One integer that is used as a class index.</summary>
    public static readonly InputKind Label = new("label", "Label", null, true, (table, input) => table.Label(input.Name, input.ExtraClasses));

    /// <summary>One integer that is used as a number only.</summary>
    public static readonly InputKind Integer = new("integer", "Label", null, false, (table, input) => table.Label(input.Name, input.ExtraClasses));

    private readonly string name;

    private InputKind(string name, string slot, KernelInputKind? layout, bool isClassIndex, Func<NodeTable, FormulaInput, Node> read)
    {
        this.name = name;
        Slot = slot;
        Layout = layout;
        IsClassIndex = isClassIndex;
        Read = read;
    }

    /// <summary>The member of the runtime's batches that takes it, without its number.</summary>
    public string Slot { get; }

    /// <summary>How floating-point numbers of this kind lie in a batch; null for integers.</summary>
    public KernelInputKind? Layout { get; }

    /// <summary>Whether it is a class index, which must be within the row.</summary>
    public bool IsClassIndex { get; }

    /// <summary>Its value, as a formula reads it.</summary>
    public Func<NodeTable, FormulaInput, Node> Read { get; }

    /// <summary>Whether it is a real number, or a row of them, that can have a gradient.</summary>
    public bool IsReal => Layout is not null;

    /// <summary>Whether it holds a number for each class.</summary>
    public bool IsRow => Layout is KernelInputKind.Row;

    public override string ToString() => name;
}
