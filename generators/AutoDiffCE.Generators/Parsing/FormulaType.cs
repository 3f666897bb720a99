namespace AutoDiffCE.Generators.Parsing;

/// <summary>What a C# type means in a formula.</summary>
internal enum FormulaType
{
    /// <summary>Nothing: formulas do not use it.</summary>
    None,

    /// <summary>double.</summary>
    Real,

    /// <summary>int.</summary>
    Integer,

    /// <summary>An enumeration over int: a hyper-parameter that chooses between ways to compute.</summary>
    Enumeration,

    /// <summary>bool.</summary>
    Truth,

    /// <summary>Row.</summary>
    Row,

    /// <summary>RowMask.</summary>
    Mask,

    /// <summary>double[], a row where the loss holds it.</summary>
    Array,

    /// <summary>Several of these in a tuple.</summary>
    Tuple,

    /// <summary>float, for which a formula has no use.</summary>
    Single,

    /// <summary>A type that C# has reported already.</summary>
    Invalid,
}
