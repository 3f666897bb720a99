using System.Runtime.ExceptionServices;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// A stack for what recurs as deep as a formula is nested: two hundred statements that use what the one before assigned are four hundred levels, and a
/// thread of the compiler's may have a megabyte for them.
/// </summary>
internal static class DeepStack
{
    // Reserved, not used: 20 KB for each level of the deepest formula.
    private const int Size = 64 << 20;

    /// <summary>Does something on a thread with such a stack, and waits for it.</summary>
    public static T Run<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception thrown)
                {
                    failure = ExceptionDispatchInfo.Capture(thrown);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
