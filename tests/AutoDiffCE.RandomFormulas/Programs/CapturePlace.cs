namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Where a class declares a hyper-parameter.</summary>
internal enum CapturePlace
{
    /// <summary>A parameter of the primary constructor.</summary>
    Constructor,

    /// <summary>A readonly field that a parameter of the primary constructor sets.</summary>
    Field,

    /// <summary>An init property.</summary>
    Property,

    /// <summary>A constant.</summary>
    Constant,
}
