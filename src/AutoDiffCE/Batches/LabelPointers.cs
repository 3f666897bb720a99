using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>One place for each integer input of a formula.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(Frame<int>.MaxLabels)]
public struct LabelPointers
{
    private Pointer<int> first;
}
