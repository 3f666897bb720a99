using System.Runtime.CompilerServices;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>An operation has been added, and a place that has to know every operation was not told: nothing falls through to the mathematics of another.</summary>
internal sealed class UnknownOperationException(object operation, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
    : Exception($"{operation} is unknown to {Path.GetFileNameWithoutExtension(file)}.{member}.");
