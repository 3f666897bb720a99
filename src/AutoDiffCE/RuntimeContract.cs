namespace AutoDiffCE;

/// <summary>
/// What generated code and the runtime have to agree on, beside the names that the C# compiler checks. This file, <see cref="FormulaWords"/>,
/// <see cref="Operation"/>, <see cref="ScalarMath"/> and the enumerations of <see cref="Batches"/> that generated code names are compiled into both.
/// </summary>
internal static class RuntimeContract
{
    /// <summary>Goes up whenever generated code asks for something of the runtime that the one before did not have.</summary>
    public const string Version = "4";

    /// <summary>The key of the version among the metadata of the runtime's assembly.</summary>
    public const string VersionKey = "AutoDiffCE.RuntimeContract";

    /// <summary>How many floating-point inputs a formula may have.</summary>
    public const int MaxReals = 4;

    /// <summary>How many integer inputs a formula may have.</summary>
    public const int MaxIntegers = 2;

    /// <summary>How many classes a label may have beyond those of the row: the smoothed label has one term for each.</summary>
    public const int MaxExtraClasses = 8;
}
