using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Programs;

/// <summary>A step of a program. An expression in it reads what has a name by then, and is computed where it stands.</summary>
internal abstract record Statement;

/// <summary>Where the sample's part of a real input begins that is a row.</summary>
internal sealed record LocateRow(int Input) : Statement;

/// <summary>Where the sample's part of the gradient by a row begins.</summary>
internal sealed record LocateGradient(int Input) : Statement;

/// <summary>Where the label of the sample is.</summary>
internal sealed record LocateLabel(int Label) : Statement;

/// <summary>A label as an index, to be compared with others.</summary>
internal sealed record LoadIndex(string Label) : Statement;

/// <summary>A number from memory: a scalar, a label as a number, or an element of a row, at the label, at a fixed place, or where a loop is.</summary>
internal sealed record Load(Node Node) : Statement;

/// <summary>A number that has waited in the memory of a gradient.</summary>
internal sealed record LoadKept(Node Node, int Input) : Statement;

/// <summary>A number is computed once and has a name from here on.</summary>
internal sealed record Let(Node Node) : Statement;

/// <summary>A sweep over the classes of the sample, after what it is given is computed. Its reductions have names from here on.</summary>
internal sealed record Reduce(PassProgram Pass, ImmutableArray<Statement> Operands) : Statement;

/// <summary>A loop over all classes for each class of a sweep. Its reduction has a name from here on; what has one inside ends with it.</summary>
internal sealed record Loop(Node Reduction, ImmutableArray<Statement> Body) : Statement;

/// <summary>One more term of a reduction; none at the index that it leaves out.</summary>
/// <param name="Reduction">The reduction.</param>
/// <param name="IsVisitedApart">Whether the register of that index is visited apart; it is asked for in every other where it is not.</param>
internal sealed record Accumulate(Node Reduction, bool IsVisitedApart) : Statement;

/// <summary>What is done where a gradient is asked for. What has a name inside ends with it.</summary>
internal sealed record WhenGradient(ImmutableArray<Statement> Body) : Statement;

/// <summary>The value of the sample.</summary>
internal sealed record StoreValue(Node Value) : Statement;

/// <summary>The gradient by a scalar.</summary>
internal sealed record StoreScalar(Node Value, int Input) : Statement;

/// <summary>An element of the gradient by a row, or of what waits in its memory, where a sweep is.</summary>
internal sealed record StoreElement(Node Value, int Input) : Statement;

/// <summary>The element of the gradient by a row at the label.</summary>
internal sealed record StoreAtLabel(Node Value, int Input, Node Label) : Statement;
