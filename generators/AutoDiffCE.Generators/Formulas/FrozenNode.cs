namespace AutoDiffCE.Generators.Formulas;

/// <summary>A node as plain data, its operands as positions in the array that holds it.</summary>
internal sealed record FrozenNode(Operation Operation, EquatableArray<int> Operands, double Value, string Name, int Axis, string Function, string Hint);
