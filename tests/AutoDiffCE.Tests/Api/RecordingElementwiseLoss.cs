namespace AutoDiffCE.Tests.Api;

// Says which overload the compiler chose.
internal sealed class RecordingElementwiseLoss : ElementwiseLoss
{
    public string Chosen { get; private set; } = "none";

    public override float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        NoteValue("Value float");

    public override float ValueAndGradient(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) =>
        NoteValue("ValueAndGradient float");

    public override void Values(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        Span<float> destination,
        BatchOptions<float> options = default) =>
        Note("Values float");

    public override void ValuesAndGradient(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) =>
        Note("ValuesAndGradient float");

    public override void Backward(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) =>
        Note("Backward float");

    public override LossTotal Total(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        NoteTotal("Total float");

    public override double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        NoteValue("Value double");

    public override double ValueAndGradient(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) =>
        NoteValue("ValueAndGradient double");

    public override void Values(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        Span<double> destination,
        BatchOptions<double> options = default) =>
        Note("Values double");

    public override void ValuesAndGradient(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) =>
        Note("ValuesAndGradient double");

    public override void Backward(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) =>
        Note("Backward double");

    public override LossTotal Total(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        NoteTotal("Total double");

    private void Note(string chosen) => Chosen = chosen;

    private int NoteValue(string chosen)
    {
        Chosen = chosen;
        return 0;
    }

    private LossTotal NoteTotal(string chosen)
    {
        Chosen = chosen;
        return default;
    }
}
