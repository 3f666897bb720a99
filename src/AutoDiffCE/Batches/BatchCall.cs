using System.ComponentModel;
using System.Numerics;

namespace AutoDiffCE.Batches;

/// <summary>One call: what it asks for, and its arguments as the user gave them.</summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct BatchCall<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What the call asks for.</summary>
    public BatchGoal Goal;

    /// <summary>Whether a distribution over labels takes the place of the label.</summary>
    public bool HasLabelDistribution;

    /// <summary>One factor per class for the loss of its samples; empty for 1 each.</summary>
    public ReadOnlySpan<double> ClassWeights;

    /// <summary>The share of the label that is spread over all classes.</summary>
    public double LabelSmoothing;

    /// <summary>The label of samples that do not count; null where there is none.</summary>
    public int? IgnoreIndex;

    /// <summary>The first floating-point input.</summary>
    public ReadOnlySpan<T> Input0;

    /// <summary>The second floating-point input.</summary>
    public ReadOnlySpan<T> Input1;

    /// <summary>The third floating-point input.</summary>
    public ReadOnlySpan<T> Input2;

    /// <summary>The fourth floating-point input.</summary>
    public ReadOnlySpan<T> Input3;

    /// <summary>The fifth floating-point input.</summary>
    public ReadOnlySpan<T> Input4;

    /// <summary>The first integer input.</summary>
    public ReadOnlySpan<int> Label0;

    /// <summary>The second integer input.</summary>
    public ReadOnlySpan<int> Label1;

    /// <summary>The gradient by the first floating-point input.</summary>
    public Span<T> Gradient0;

    /// <summary>The gradient by the second floating-point input.</summary>
    public Span<T> Gradient1;

    /// <summary>The gradient by the third floating-point input.</summary>
    public Span<T> Gradient2;

    /// <summary>The gradient by the fourth floating-point input.</summary>
    public Span<T> Gradient3;

    /// <summary>The gradient by the fifth floating-point input.</summary>
    public Span<T> Gradient4;

    /// <summary>One factor per sample on what flows back.</summary>
    public ReadOnlySpan<T> Upstream;

    /// <summary>One value per sample: written.</summary>
    public Span<T> Destination;

    /// <summary>
    /// The number of classes that the call names itself: with a label distribution, or where the formula has no row but those that the loss captures.
    /// Otherwise 0.
    /// </summary>
    public int Classes;

    /// <summary>The caller's options.</summary>
    public BatchOptions<T> Options;

    /// <summary>Asks what the kernel is, in place of running it; null for a run.</summary>
    internal ShapeQuestion? Question;

    internal readonly ReadOnlySpan<T> Input(int index) => index switch
    {
        0 => Input0,
        1 => Input1,
        2 => Input2,
        3 => Input3,
        _ => Input4,
    };

    internal readonly Span<T> Gradient(int index) => index switch
    {
        0 => Gradient0,
        1 => Gradient1,
        2 => Gradient2,
        3 => Gradient3,
        _ => Gradient4,
    };

    internal readonly ReadOnlySpan<int> Label(int index) => index == 0 ? Label0 : Label1;

    internal void SetInput(int index, ReadOnlySpan<T> input)
    {
        switch (index)
        {
            case 0: Input0 = input; break;
            case 1: Input1 = input; break;
            case 2: Input2 = input; break;
            case 3: Input3 = input; break;
            default: Input4 = input; break;
        }
    }

    internal void SetGradient(int index, Span<T> gradient)
    {
        switch (index)
        {
            case 0: Gradient0 = gradient; break;
            case 1: Gradient1 = gradient; break;
            case 2: Gradient2 = gradient; break;
            case 3: Gradient3 = gradient; break;
            default: Gradient4 = gradient; break;
        }
    }

    internal void SetLabel(int index, ReadOnlySpan<int> label)
    {
        if (index == 0)
            Label0 = label;
        else
            Label1 = label;
    }
}
