using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>How the first integer input enters the weighting of a batch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum LabelRole
{
    /// <summary>There is no label: samples weigh what the caller says.</summary>
    None,

    /// <summary>The class weight of the label weighs the sample, in the sum and in the normalizer.</summary>
    WeighsSample,

    /// <summary>The kernel applies the class weights itself (label smoothing); the label's weight counts in the normalizer only.</summary>
    WeighsNormalizer,

    /// <summary>The label may be ignored, and has no class weights.</summary>
    Unweighted,
}
