using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>The offsets a pass visits: from Start, by Step, below End, Hole left out.</summary>
/// <param name="Start">The first offset.</param>
/// <param name="End">Every offset is below it.</param>
/// <param name="Step">The distance between offsets.</param>
/// <param name="Hole">An offset that is not visited here, or −1: its register holds the label and is visited with a mask instead.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Sweep(nint Start, nint End, nint Step, nint Hole)
{
    /// <summary>Whether there is an offset to visit.</summary>
    public bool Any => Start < End;
}
