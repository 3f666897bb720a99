using System.ComponentModel;
using System.Runtime.CompilerServices;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Batches;

/// <summary>What a driver must know of a kernel, and nothing else: generated code makes one for each kernel, once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KernelShape
{
    private ExactFormula? exact;

    /// <summary>The floating-point inputs, in the formula's order.</summary>
    public required KernelInput[] Inputs { get; init; }

    /// <summary>The names of the integer inputs, in the formula's order.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>Whether each integer input is a class index, which must be within the row.</summary>
    public bool[] IsClassIndex { get; init; } = [];

    /// <summary>
    /// How many classes each label has beyond those of the row, or −1 where the formula picks an element of a row by it, so that it has none and can have none.
    /// Empty where all are −1.
    /// </summary>
    public int[] ExtraClasses { get; init; } = [];

    /// <summary>How the first integer input enters the weighting of a batch.</summary>
    public LabelRole LabelRole { get; init; }

    /// <summary>Whether samples share what is computed once per call, or what <c>float</c> may not hold.</summary>
    public bool IsPrepared { get; init; }

    /// <summary>How many rows the kernel computes that all samples share.</summary>
    public int ComputedRows { get; init; }

    /// <summary>The fewest classes that a row may have: one more than the largest constant index.</summary>
    public int MinClasses { get; init; } = 1;

    /// <summary>Whether the gradient may lie over its input: nothing is read after it was overwritten.</summary>
    public bool IsSafeInPlace { get; init; }

    /// <summary>Whether the mean divides by the number of samples that count, not by their weights.</summary>
    public bool MeanOverSamples { get; init; }

    /// <summary>How many classes the labels of an integer input have.</summary>
    /// <param name="label">The position of the input.</param>
    /// <param name="classes">The elements of a row.</param>
    public int LabelClasses(int label, int classes) => classes + (MayWiden(label) ? ExtraClasses[label] : 0);

    /// <summary>Whether labels could have more classes than a row has elements.</summary>
    /// <param name="label">The position of the input.</param>
    public bool MayWiden(int label) => ExtraClasses.Length > label && ExtraClasses[label] >= 0;

    /// <summary>
    /// The formula as it was written, for the samples in which something overflows, in the postfix notation of <see cref="FormulaReader"/>; empty where
    /// nothing can.
    /// </summary>
    public string Formula { get; init; } = "";

    /// <summary>Whether a gradient, or a row that is given, can overflow, and not only the value.</summary>
    public bool ChecksGradient { get; init; }

    /// <summary>The input whose gradient is the row that the formula gives; −1 where it gives a number, or the row is not asked for.</summary>
    public int RowOut { get; init; } = -1;

    /// <summary>The input with what flows back through the row that the formula gives; −1 where there is none.</summary>
    public int UpstreamRow { get; init; } = -1;

    /// <summary>Whether the formula gives a row: its kernel writes it in the place of a gradient.</summary>
    internal bool GivesRows => RowOut >= 0 || UpstreamRow >= 0;

    /// <summary>The formula as it was written, read when it is first needed.</summary>
    internal ExactFormula Exact => exact ??= new ExactFormula(Formula);

    /// <summary>Whether the formula has a row.</summary>
    public bool HasRow
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get
        {
            foreach (KernelInput input in Inputs)
            {
                if (input.Kind == KernelInputKind.Row)
                    return true;
            }

            return false;
        }
    }
}
