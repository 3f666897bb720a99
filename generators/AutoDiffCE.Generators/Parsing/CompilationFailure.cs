using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Why the compiler gave up on a formula: plain data.</summary>
/// <param name="IsFault">Whether the compiler is at fault; otherwise its author can write the formula another way.</param>
/// <param name="Message">What happened, in one line.</param>
internal sealed record CompilationFailure(bool IsFault, string Message)
{
    public static CompilationFailure Of(Exception failure)
    {
        if (failure is InsufficientExecutionStackException)
            return new CompilationFailure(false, "it is nested too deeply; split it into several losses");
        bool isFault = failure is not FormulaException;
        string line = string.Join(" ", failure.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return new CompilationFailure(isFault, isFault ? failure.GetType().Name + ": " + line : line);
    }

    /// <summary>The error to report.</summary>
    public Diagnostic At(Location place, string loss) =>
        Diagnostic.Create(IsFault ? Descriptors.CompilerFault : Descriptors.NoKernel, place, loss, Message);
}
