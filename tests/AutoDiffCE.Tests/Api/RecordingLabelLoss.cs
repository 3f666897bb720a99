namespace AutoDiffCE.Tests.Api;

// Says which overload the compiler chose.
internal sealed class RecordingLabelLoss : LabelLoss
{
    public string Chosen { get; private set; } = "none";

    public override float Value(ReadOnlySpan<float> logits, ReadOnlySpan<int> label, BatchOptions<float> options = default) =>
        NoteValue("Value label float");

    public override float ValueAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        NoteValue("ValueAndGradient label float");

    public override void Values(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        Span<float> destination,
        BatchOptions<float> options = default) =>
        Note("Values label float");

    public override void ValuesAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        Note("ValuesAndGradient label float");

    public override void Backward(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<float> upstream,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        Note("Backward label float");

    public override LossTotal Total(ReadOnlySpan<float> logits, ReadOnlySpan<int> label, BatchOptions<float> options = default) =>
        NoteTotal("Total label float");

    public override double Value(ReadOnlySpan<double> logits, ReadOnlySpan<int> label, BatchOptions<double> options = default) =>
        NoteValue("Value label double");

    public override double ValueAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        NoteValue("ValueAndGradient label double");

    public override void Values(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        Span<double> destination,
        BatchOptions<double> options = default) =>
        Note("Values label double");

    public override void ValuesAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        Note("ValuesAndGradient label double");

    public override void Backward(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<double> upstream,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        Note("Backward label double");

    public override LossTotal Total(ReadOnlySpan<double> logits, ReadOnlySpan<int> label, BatchOptions<double> options = default) =>
        NoteTotal("Total label double");

    public override float Value(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        BatchOptions<float> options = default) =>
        NoteValue("Value distribution float");

    public override float ValueAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        NoteValue("ValueAndGradient distribution float");

    public override void Values(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        Span<float> destination,
        BatchOptions<float> options = default) =>
        Note("Values distribution float");

    public override void ValuesAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        Note("ValuesAndGradient distribution float");

    public override void Backward(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        ReadOnlySpan<float> upstream,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        Note("Backward distribution float");

    public override LossTotal Total(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        BatchOptions<float> options = default) =>
        NoteTotal("Total distribution float");

    public override double Value(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        BatchOptions<double> options = default) =>
        NoteValue("Value distribution double");

    public override double ValueAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        NoteValue("ValueAndGradient distribution double");

    public override void Values(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        Span<double> destination,
        BatchOptions<double> options = default) =>
        Note("Values distribution double");

    public override void ValuesAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        Note("ValuesAndGradient distribution double");

    public override void Backward(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        ReadOnlySpan<double> upstream,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        Note("Backward distribution double");

    public override LossTotal Total(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        BatchOptions<double> options = default) =>
        NoteTotal("Total distribution double");

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
