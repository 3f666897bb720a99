namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// A formula is right C# and means something, but the compiler has no kernel for it: the message tells its author what to write instead. Any other
/// exception of the compiler is a fault of its own.
/// </summary>
internal sealed class FormulaException(string message) : Exception(message);
