using AutoDiffCE.RandomFormulas.Judging;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>What label lifting should make of the numbers of all labels.</summary>
public class MixtureTests
{
    // (1 / tanh(0)) · x[k] is infinite, and its derivative by another element is 0.
    [Fact]
    public void No_derivative_of_an_infinite_value_is_judged_even_where_it_is_zero()
    {
        Term infinity = Term.Of(TermKind.Divide, Sort.Real, Term.Number(1), Term.Call("Tanh", Term.Number(0)));
        Term picked = Term.Of(TermKind.Element, Sort.Real, Term.Variable(TermKind.Input, Sort.Row, "x"), Term.Variable(TermKind.Input, Sort.Whole, "k"));
        var program = new LossProgram(
            "Infinite",
            [new Input("x", Sort.Row, false, Domain.Any), new Input("k", Sort.Whole, false, Domain.Any)],
            [],
            [new Return(Term.Of(TermKind.Multiply, Sort.Real, infinity, picked))],
            GivesRow: false);
        var ofLabel = new Expected<DoubleFormat>(program, new Sample([[-0.25, -0.5]], [0], 2), [], isWeighted: true);
        var ofOther = new Expected<DoubleFormat>(program, new Sample([[-0.25, -0.5]], [1], 2), [], isWeighted: true);

        for (int element = 0; element < 2; element++)
        {
            Wanted<DoubleFormat> wanted = Wanted<DoubleFormat>.Mixture(
            [
                (Bounded<DoubleFormat>.Of(1, false), ofLabel.Gradient(0, element)),
                (Bounded<DoubleFormat>.Of(0, false), ofOther.Gradient(0, element)),
            ]);
            Assert.False(Measure.Judge(double.NaN, wanted.Plain, 1, wanted.Exact).IsFault);
        }
    }
}
