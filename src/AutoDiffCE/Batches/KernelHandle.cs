using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Exact;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// A kernel whose type is forgotten: where it lies, and the addresses of its methods. So a driver is compiled once for each precision, not once for each
/// kernel. The kernel lies on the stack of the call, which outlasts the work of every thread on it.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct KernelHandle<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly void* kernel;
    private readonly delegate*<void*, int, Memory<double>, void> prepare;
    private readonly delegate*<void*, Captures> capture;
    private readonly delegate*<void*, bool> fitsSingle;
    private readonly delegate*<void*, Loss, KernelShape, in BatchCall<T>, BatchResult> runInDouble;
    private readonly delegate*<void*, ref Frame<T>, void> sampleValues;
    private readonly delegate*<void*, ref Frame<T>, void> sampleValuesAndGradient;
    private readonly delegate*<void*, ref Frame<T>, void> classValues;
    private readonly delegate*<void*, ref Frame<T>, void> classValuesAndGradient;

    private KernelHandle(
        void* kernel,
        delegate*<void*, int, Memory<double>, void> prepare,
        delegate*<void*, Captures> capture,
        delegate*<void*, bool> fitsSingle,
        delegate*<void*, Loss, KernelShape, in BatchCall<T>, BatchResult> runInDouble,
        delegate*<void*, ref Frame<T>, void> sampleValues,
        delegate*<void*, ref Frame<T>, void> sampleValuesAndGradient,
        delegate*<void*, ref Frame<T>, void> classValues,
        delegate*<void*, ref Frame<T>, void> classValuesAndGradient)
    {
        this.kernel = kernel;
        this.prepare = prepare;
        this.capture = capture;
        this.fitsSingle = fitsSingle;
        this.runInDouble = runInDouble;
        this.sampleValues = sampleValues;
        this.sampleValuesAndGradient = sampleValuesAndGradient;
        this.classValues = classValues;
        this.classValuesAndGradient = classValuesAndGradient;
    }

    /// <summary>Forgets the type of a kernel, at one register width.</summary>
    /// <param name="kernel">The kernel: a local, which does not move.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static KernelHandle<T> Of<TKernel, V>(ref TKernel kernel)
        where TKernel : struct, IKernel<TKernel>
        where V : struct, ILanes<V, T>
    {
        // A reference is passed as an address is.
        delegate*<ref TKernel, int, Memory<double>, void> prepare = &TKernel.Prepare;
        delegate*<ref TKernel, Captures> capture = &TKernel.Capture;
        delegate*<ref TKernel, bool> fitsSingle = &TKernel.FitsSingle;
        delegate*<ref TKernel, Loss, KernelShape, in BatchCall<float>, BatchResult> runInDouble = &WideCall.Run;
        delegate*<ref TKernel, ref Frame<T>, void> sampleValues = &TKernel.Run<V, T, SampleLanes<V, T>, ValueGoal>;
        delegate*<ref TKernel, ref Frame<T>, void> sampleValuesAndGradient = &TKernel.Run<V, T, SampleLanes<V, T>, GradientGoal>;
        delegate*<ref TKernel, ref Frame<T>, void> classValues = &TKernel.Run<V, T, ClassLanes<V, T>, ValueGoal>;
        delegate*<ref TKernel, ref Frame<T>, void> classValuesAndGradient = &TKernel.Run<V, T, ClassLanes<V, T>, GradientGoal>;
        return new KernelHandle<T>(
            Unsafe.AsPointer(ref kernel),
            (delegate*<void*, int, Memory<double>, void>)prepare,
            (delegate*<void*, Captures>)capture,
            (delegate*<void*, bool>)fitsSingle,
            (delegate*<void*, Loss, KernelShape, in BatchCall<T>, BatchResult>)(void*)runInDouble,
            (delegate*<void*, ref Frame<T>, void>)sampleValues,
            (delegate*<void*, ref Frame<T>, void>)sampleValuesAndGradient,
            (delegate*<void*, ref Frame<T>, void>)classValues,
            (delegate*<void*, ref Frame<T>, void>)classValuesAndGradient);
    }

    /// <summary>Computes what all samples share.</summary>
    public void Prepare(int classes, Memory<double> rows) => prepare(kernel, classes, rows);

    /// <summary>What the formula captures.</summary>
    public Captures Capture() => capture(kernel);

    /// <summary>Whether the precision of the call holds what all samples share.</summary>
    public bool Fits() => typeof(T) == typeof(double) || fitsSingle(kernel);

    /// <summary>Runs a call in float as one in double.</summary>
    public BatchResult RunInDouble(Loss loss, KernelShape shape, scoped in BatchCall<T> call) => runInDouble(kernel, loss, shape, call);

    /// <summary>Runs the kernel with samples along the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RunSamples(BatchGoal goal, ref Frame<T> frame)
    {
        if (goal.HasGradient())
            sampleValuesAndGradient(kernel, ref frame);
        else
            sampleValues(kernel, ref frame);
    }

    /// <summary>Runs the kernel with the classes of a row along the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RunClasses(BatchGoal goal, ref Frame<T> frame)
    {
        if (goal.HasGradient())
            classValuesAndGradient(kernel, ref frame);
        else
            classValues(kernel, ref frame);
    }
}
