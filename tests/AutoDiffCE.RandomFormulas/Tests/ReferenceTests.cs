using System.Collections.Immutable;
using AutoDiffCE.RandomFormulas.Judging;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>The reference that kernels are held against.</summary>
public class ReferenceTests
{
    private const ulong Seed = 7;

    // A step of 2^-300 cannot tell a smaller derivative from its square.
    private const double MinDerivative = 1e-80;

    [Fact]
    public void What_plain_arithmetic_says_is_as_close_to_the_exact_value_and_gradient_as_its_bound_says()
    {
        int compared = 0;
        foreach ((LossProgram program, Sample sample) in Samples(150, single: false))
            compared += CompareWithExact<DoubleFormat>(program, sample);
        foreach ((LossProgram program, Sample sample) in Samples(150, single: true))
            compared += CompareWithExact<SingleFormat>(program, sample);
        Assert.True(compared > 1000, $"Only {compared} numbers were compared.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_branch_of_the_sample_assigns_or_returns_is_rounded_as_what_a_sample_has(bool assigns)
    {
        Term condition = Term.Named(TermKind.Compare, Sort.Truth, "<", Term.Variable(TermKind.Input, Sort.Real, "x"), Term.Number(1));
        Term third = Term.Of(TermKind.Divide, Sort.Real, Term.Number(1), Term.Number(3));
        ImmutableArray<Statement> body = assigns
            ? [
                new Declare("y", Sort.Real, Term.Number(2)),
                new Branch(condition, [new Assign("y", TermKind.Local, "=", third)], []),
                new Return(Term.Variable(TermKind.Local, Sort.Real, "y")),
            ]
            : [new Branch(condition, [new Return(third)], []), new Return(Term.Number(2))];
        var program = new LossProgram("Branch", [new Input("x", Sort.Real, false, Domain.Any)], [], body, false);
        Bounded<SingleFormat> value = Evaluation<Bounded<SingleFormat>>.Run(program, new Sample([[0]], [], 0), []).Values[0];
        Assert.Equal(1f / 3f, value.Value);
        Assert.False(value.IsShared);
    }

    [Fact]
    public void A_power_that_may_be_at_its_pole_has_no_bound()
    {
        Bounded<DoubleFormat> uncertain = Bounded<DoubleFormat>.Of(1, false) with { Error = 2, IsExact = false };
        Assert.True(double.IsNaN(Bounded<DoubleFormat>.Power(uncertain, Bounded<DoubleFormat>.Of(-145.5, false)).Error));
        Assert.False(double.IsNaN(Bounded<DoubleFormat>.Power(uncertain with { Error = 0.5 }, Bounded<DoubleFormat>.Of(-1.5, false)).Error));
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences_in_high_precision()
    {
        int compared = 0;
        foreach ((LossProgram program, Sample sample) in Samples(100, single: false))
        {
            Outcome<RealNumber> outcome = Evaluation<RealNumber>.Run(program, sample, []);
            double[][] differences = FiniteDifferences.Of(program, sample);
            for (int input = 0; input < differences.Length; input++)
            {
                for (int element = 0; element < differences[input].Length; element++)
                {
                    double gradient = outcome.Gradients[input][element].ToDouble(), difference = differences[input][element];
                    if (!double.IsFinite(gradient) || !double.IsFinite(difference))
                        continue;
                    compared++;
                    double allowed = 1e-9 * Math.Max(Math.Abs(gradient), MinDerivative);
                    Assert.True(Math.Abs(gradient - difference) <= allowed, $"{gradient:R} for {difference:R}\n{Printer.Class(program)}");
                }
            }
        }
        Assert.True(compared > 200, $"Only {compared} derivatives were compared.");
    }

    private static int CompareWithExact<F>(LossProgram program, Sample sample)
        where F : IFormat
    {
        Outcome<Bounded<F>> plain = Evaluation<Bounded<F>>.Run(program, sample, []);
        if (plain.IsOpen)
            return 0;
        Outcome<RealNumber> exact = Evaluation<RealNumber>.Run(program, sample, []);
        int compared = Compare(program, plain.Values, exact.Values);
        if (!plain.IsBendOpen)
            compared += plain.Gradients.Select((gradient, input) => Compare(program, gradient, exact.Gradients[input])).Sum();
        return compared;
    }

    private static int Compare<F>(LossProgram program, Bounded<F>[] plain, RealNumber[] exact)
        where F : IFormat
    {
        int compared = 0;
        for (int index = 0; index < plain.Length; index++)
        {
            double right = exact[index].ToDouble();
            if (plain[index].IsUnknown || !double.IsFinite(right) || !double.IsFinite(plain[index].Value))
                continue;
            compared++;
            // The bound itself is computed in double, and the exact number is rounded to it.
            double allowed = plain[index].Error + (1e-15 * Math.Abs(right));
            string numbers = $"{plain[index].Value:R} ± {plain[index].Error:G3} for {right:R}";
            Assert.True(Math.Abs(plain[index].Value - right) <= allowed, $"{numbers}\n{Printer.Class(program)}");
        }
        return compared;
    }

    private static IEnumerable<(LossProgram Program, Sample Sample)> Samples(int count, bool single)
    {
        for (int number = 0; number < count; number++)
        {
            LossProgram program = ProgramGenerator.Generate(Seed, number);
            var dice = new Dice(Seed, (uint)number);
            Batch batch = Batch.Make(program, 1, program.HasRows ? program.MinClasses + dice.Next(3) : 1, dice);
            yield return (program, batch.Sample(program, 0, single ? SingleFormat.Round : DoubleFormat.Round));
        }
    }
}
