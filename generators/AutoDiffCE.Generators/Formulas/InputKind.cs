namespace AutoDiffCE.Generators.Formulas;

/// <summary>What one parameter of a formula holds for each sample.</summary>
internal enum InputKind
{
    /// <summary>One real number for each class.</summary>
    Row,

    /// <summary>One real number.</summary>
    Scalar,

    /// <summary>One integer that is used as a class index.</summary>
    Label,

    /// <summary>One integer that is used as a number only.</summary>
    Integer,
}
