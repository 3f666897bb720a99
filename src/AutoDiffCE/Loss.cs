using System.ComponentModel;
using AutoDiffCE.Batches;

namespace AutoDiffCE;

/// <summary>
/// What every loss has: how it reduces a batch. A class marked <see cref="LossAttribute"/> derives from it, by way of the shape that
/// fits its formula: <see cref="LabelLoss"/>, <see cref="ElementwiseLoss"/> or <see cref="RowLoss"/>.
/// </summary>
/// <remarks>An instance never changes after it was made, so any number of threads may use it at once.</remarks>
public abstract class Loss
{
    /// <summary>How the losses of the samples become one number; the mean unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a member of the enumeration.</exception>
    public Reduction Reduction
    {
        get;
        init
        {
            if (value is not (Reduction.Mean or Reduction.Sum))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A reduction is Mean or Sum.");
            field = value;
        }
    } = Reduction.Mean;

    /// <summary>
    /// What a mean over nothing is: the value where the normalizer is 0, because no sample counts, because the weights add up to 0 or because the
    /// caller says so. NaN, which is 0/0, unless said otherwise. The gradient is 0 in every such case.
    /// </summary>
    public double EmptyMean { get; init; } = double.NaN;

    /// <summary>
    /// The elements of a row; 0 means that the lengths of the batch or <see cref="BatchOptions{T}.Classes"/> tell. Once given it is
    /// checked on every call. A loss whose row does not have one element per class overrides it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public virtual int Classes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Runs the kernel that computes a call. The generated part of a loss chooses it; every other member comes through here.</summary>
    /// <exception cref="NotSupportedException">The loss was written by hand, without a formula, and lacks the member that was called.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual BatchResult RunKernel(scoped in BatchCall<float> call) => throw WithoutKernel(call.Goal);

    /// <inheritdoc cref="RunKernel(in BatchCall{float})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual BatchResult RunKernel(scoped in BatchCall<double> call) =>
        call.Question is null ? throw WithoutKernel(call.Goal) : default;

    internal BatchResult Run(scoped in BatchCall<float> call) => RunKernel(call);

    internal BatchResult Run(scoped in BatchCall<double> call) => RunKernel(call);

    /// <summary>What the kernel of the formula takes; each goal of a formula that gives rows has a kernel of its own.</summary>
    /// <exception cref="NotSupportedException">The loss was written by hand, without a formula.</exception>
    internal KernelShape Shape(BatchGoal goal = BatchGoal.ValueAndGradient) => ShapeOf(goal) ?? throw WithoutKernel(goal);

    /// <summary>Whether its formula has parts to which no derivative flows although inputs are in them; a loss that was written by hand does not tell.</summary>
    internal bool HoldsInputs => ShapeOf(BatchGoal.ValueAndGradient) is { Formula.Length: > 0, Exact.HoldsInputs: true };

    private KernelShape? ShapeOf(BatchGoal goal)
    {
        var question = new ShapeQuestion();
        RunKernel(new BatchCall<double> { Goal = goal, Question = question });
        return question.Answer;
    }

    private NotSupportedException WithoutKernel(BatchGoal goal) =>
        new($"{GetType().Name} has no formula that a kernel was generated from, and does not override {goal} itself.");
}
