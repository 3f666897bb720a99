using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Parsing;

public class HyperParameterTests
{
    [Fact]
    public void Parameters_of_the_class_are_captured() => FormulaOracle.AssertAgrees(
        "public double Formula(double x, double t) => flag ? delta * x * order : delta + t * x;", "(double delta, int order, bool flag)");

    [Fact]
    public void Members_of_the_class_are_captured() => FormulaOracle.AssertAgrees(
        """
        private readonly double scale = 2.5;
        private static readonly double offset = 0.25;
        private const double Factor = 3;
        public double Gamma { get; init; } = 2;
        public double GammaSquared => Gamma * Gamma;
        public bool Inverted { get; init; }
        public double Formula(double x, double t) => (Inverted ? -x : x) * scale * this.Gamma + offset * Factor * GammaSquared * t;
        """);

    [Fact]
    public void Rows_of_the_class_are_shared_by_the_batch() => FormulaOracle.AssertAgrees(
        """
        public Row Costs { get; init; }
        public double Formula(Row x, int label) => Sum(Costs * x) + Costs[label] + priors[label] + Sum(Log(Abs(bias) + 1) * x) + bias[^1] * priors.Length;
        """,
        "(double[] priors, Row bias)");

    [Fact]
    public void A_member_named_like_an_input_stays_apart_from_it() => FormulaOracle.AssertAgrees(
        "private readonly double t = 4; public double Formula(double x, double t) => x * this.t + t;");

    [Fact]
    public void The_access_text_is_what_a_member_of_the_class_writes()
    {
        Formula formula = FormulaOracle.ParseFormula(
            """
            [Loss]
            public sealed partial class Sample(double delta, bool squared)
            {
                public Row Weights { get; init; }
                public double Formula(Row x, int label) => (squared ? delta : 1) * Weights[label] * x[label];
            }
            """);

        HyperParameter[] expected =
        [
            new("squared", false, "squared", IsFlag: true),
            new("delta", false, "delta"),
            new("Weights", true, "this.Weights"),
        ];
        Assert.Equal(expected, formula.HyperParameters);
    }
}
