using System.Runtime.CompilerServices;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// Counts what the compiler does for one formula, so that a formula that would take minutes is an error after seconds, and the same one on every machine:
/// steps are counted, not time. Every step of a recursion also asks whether the stack has room for it.
/// </summary>
internal static class Work
{
    /// <summary>The deepest formula: what is made of it is a few times as deep, and fits a <see cref="DeepStack"/>.</summary>
    public const int MaxDepth = 3000;

    // Between 8 and 40 million steps are a second.
    private const long MaxSteps = 20_000_000;

    // On this thread; 0 while nothing is counted.
    [ThreadStatic]
    private static long left;

    /// <summary>Does something that may take so many steps and no more.</summary>
    /// <exception cref="FormulaException">It takes more.</exception>
    public static T Limit<T>(Func<T> work)
    {
        long outer = left;
        left = MaxSteps;
        try
        {
            return work();
        }
        finally
        {
            left = outer;
        }
    }

    /// <summary>One step, or as many as something is long.</summary>
    public static void Step(int steps = 1)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Count(steps);
    }

    /// <summary>As <see cref="Step"/>, where nothing recurs.</summary>
    public static void Count(int steps = 1)
    {
        long before = left;
        if (before <= 0)
            return;
        left = before - steps;
        if (before <= steps)
            throw TooLarge();
    }

    // A method of its own: what counts is small enough to be inlined.
    private static FormulaException TooLarge() =>
        new("it is too large for the compiler; give the loss fewer terms, branches or nested functions, or split it into several losses");
}
