namespace AutoDiffCE.Batches;

/// <summary>Exceptions about the arguments of a generated member, which the driver checks in its place.</summary>
internal static class Mismatch
{
    /// <summary>The options argument of every member.</summary>
    public const string Options = "options";

    /// <summary>An argument that does not fit the others.</summary>
    public static ArgumentException Of(string parameter, FormattableString message) => new(FormattableString.Invariant(message), parameter);

    /// <summary>An argument that is wrong whatever the others are.</summary>
    public static ArgumentOutOfRangeException OutOfRange(string parameter, object? value, FormattableString message) =>
        new(parameter, value, FormattableString.Invariant(message));
}
