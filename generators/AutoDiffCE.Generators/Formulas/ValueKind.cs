namespace AutoDiffCE.Generators.Formulas;

/// <summary>What a node's value is.</summary>
internal enum ValueKind
{
    Real,

    /// <summary>A class index: exact whatever the precision of the kernel. Used as a number, it is converted.</summary>
    Integer,

    Boolean,
}
