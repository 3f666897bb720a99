namespace AutoDiffCE.Generators.Labels;

/// <summary>What takes the place of a label.</summary>
internal enum LiftedLabel
{
    /// <summary>The label, smoothed: the rest of its probability is spread over all classes.</summary>
    Smoothed,

    /// <summary>A distribution over the classes, smoothed likewise.</summary>
    Distribution,
}
