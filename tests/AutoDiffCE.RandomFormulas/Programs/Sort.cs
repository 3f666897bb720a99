namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>The type of a term of a formula.</summary>
internal enum Sort
{
    /// <summary>double.</summary>
    Real,

    /// <summary>int.</summary>
    Whole,

    /// <summary>bool.</summary>
    Truth,

    /// <summary>Row.</summary>
    Row,

    /// <summary>RowMask.</summary>
    Mask,
}
