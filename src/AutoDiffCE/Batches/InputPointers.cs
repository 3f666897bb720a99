using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>One place for each floating-point input of a formula.</summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(Frame<int>.MaxInputs)]
public struct InputPointers<T>
    where T : unmanaged
{
    private Pointer<T> first;
}
