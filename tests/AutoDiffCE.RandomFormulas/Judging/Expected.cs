using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>What a sample should give: in plain arithmetic with a bound for its error, and, where that does not suffice, in 1600 bits.</summary>
internal sealed class Expected<F>
    where F : IFormat
{
    private readonly Lazy<Outcome<RealNumber>> exact;

    /// <summary>What one sample should give.</summary>
    /// <param name="program">The program.</param>
    /// <param name="sample">Its inputs.</param>
    /// <param name="upstream">A factor for each element of the value; none for 1.</param>
    /// <param name="isWeighted">Whether it is one of the labels of a lifted label.</param>
    public Expected(LossProgram program, Sample sample, double[] upstream, bool isWeighted = false)
    {
        Sample = sample;
        Plain = Evaluation<Bounded<F>>.Run(program, sample, upstream, isWeighted);
        exact = new(() => Evaluation<RealNumber>.Run(program, sample, upstream));
    }

    public Sample Sample { get; }

    public Outcome<Bounded<F>> Plain { get; }

    public Outcome<RealNumber> Exact => exact.Value;

    /// <summary>An element of the value.</summary>
    public Wanted<F> Value(int element = 0) => new(Plain.Values[element], () => Exact.Values[element].ToDouble(), Plain.IsOpen);

    /// <summary>
    /// A derivative by an element of an input; what has no value has none, whatever flows back through it: no zero either that would stay one in a mixture.
    /// </summary>
    public Wanted<F> Gradient(int input, int element) => new(
        Overflows ? Plain.Gradients[input][element] with { Error = double.NaN, IsExact = false } : Plain.Gradients[input][element],
        () => Exact.IsBendOpen || Exact.Values.Any(value => double.IsNaN(value.ToDouble())) ? double.NaN : Exact.Gradients[input][element].ToDouble(),
        Plain.IsOpen || Plain.IsBendOpen);

    // Where the value is no number, the derivatives of some inputs may be, by the chance of their order: nobody can learn from them.
    private bool Overflows => Plain.Values.Any(value => !double.IsFinite(value.Value));
}
