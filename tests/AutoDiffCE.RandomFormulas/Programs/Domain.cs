namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Where the numbers of an input lie.</summary>
internal enum Domain
{
    /// <summary>Anywhere: logits, predictions.</summary>
    Any,

    /// <summary>Above zero.</summary>
    Positive,

    /// <summary>From 0 to 1.</summary>
    Unit,

    /// <summary>0 or 1.</summary>
    Flag,
}
