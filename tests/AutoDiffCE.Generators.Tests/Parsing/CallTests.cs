namespace AutoDiffCE.Generators.Tests.Parsing;

/// <summary>Functions that are read in place of their calls.</summary>
public class CallTests
{
    [Theory]
    [InlineData("=> Half(x - t);", "private static double Half(double v) => 0.5 * v;")]
    [InlineData("=> Half(x) - Half(v: t);", "private double Half(double v) { if (v > 0) return 0.5 * v; return v; }")]
    [InlineData("=> Scaled(x) + Scaled(t, 3);", "private static double Scaled(double v, double scale = 2) => v * scale;")]
    [InlineData("=> Weighted(t: x, x: t);", "private double Weighted(double x, double t) { x *= 2; return x - t; }")]
    [InlineData("=> Outer(x) + Outer(t);", "private static double Outer(double v) => Inner(v) + 1; private static double Inner(double v) => v * v;")]
    [InlineData("=> IsFar(x, t) ? x : t;", "private static bool IsFar(double a, double b) => Abs(a - b) > 1;")]
    [InlineData("=> Choose(x > t, x, 2 * t);", "private static double Choose(bool first, double a, double b) { if (first) { return a; } else { return b; } }")]
    [InlineData(
        "=> Twice(Math.Abs, x) + Twice(Math.Abs, Twice(Cube, t));",
        "private static double Twice(Func<double, double> f, double v) => f(f(v)); private static double Cube(double v) => v * v * v;")]
    [InlineData("=> Sample.Power(x, 3);", "public static double Power(double v, int n) { double p = 1; for (int i = 0; i < n; i++) p *= v; return p; }")]
    public void Methods_of_the_loss_keep_their_meaning(string body, string methods) => Check(body, methods);

    [Theory]
    [InlineData(
        "=> Distances.Huber(x - t);",
        "public static class Distances { public static double Huber(double e) => Abs(e) <= 1 ? 0.5 * e * e : Abs(e) - 0.5; }")]
    [InlineData("=> x.Squared() + t.Squared();", "public static class Numbers { public static double Squared(this double v) => v * v; }")]
    [InlineData(
        "=> Constants.Scale * x + Constants.Shift * t;",
        "public static class Constants { public static readonly double Scale = 0.25; public const double Shift = 3; }")]
    [InlineData("=> new Pair(x, t).Sum * new Pair(t, 2) { Factor = x }.Product;",
        "public class Pair(double a, double b) { public double Factor { get; init; } = 3; public double Sum => a + b; public double Product => Factor * a * b; }")]
    [InlineData("=> new Scaled(2.5).Of(x) + new Scaled(t).Of(x);", "public class Scaled(double factor) { public double Of(double v) => v * factor; }")]
    [InlineData(
        "=> new Huber { Delta = t }.Of(x) + new Huber().Of(t);",
        "public class Huber { public double Delta { get; init; } = 0.5; private double Half => 0.5 * Delta; public double Of(double e) => Abs(e) <= Delta ? 0.5 * e * e : Delta * (Abs(e) - Half); }")]
    [InlineData(
        "{ var inner = new Inner(x * t, 2); return inner.Of(x) + inner.Of(t); }",
        "public class Inner(double a, int n) { private readonly double b = a * n; public double Of(double v) => v * b + a; }")]
    public void Methods_of_other_classes_keep_their_meaning(string body, string types) => Check(body, "} " + types[..^1]);

    // The loss and the object have parameters of the same name.
    [Fact]
    public void An_initializer_sees_the_parameters_of_its_own_object() => FormulaOracle.AssertAgrees(
        """
            public double Formula(double x, double t) => a * new Inner(x, 3).B + new Inner(t, 2).C;
        }

        public sealed class Inner(double a, int n)
        {
            public double B { get; } = a * n;
            public readonly double C = 1 - a;
        """,
        "(double a)");

    [Fact]
    public void A_loss_is_a_part_of_another() => FormulaOracle.AssertAgrees(
        """
            private readonly HuberPart huber = new(2.0);

            public double Formula(double x, double t) => huber.Formula(x, t) + new HuberPart(scale).Formula(t, x) + SquarePart.Formula(x, t);
        }

        [Loss]
        public sealed partial class HuberPart(double delta)
        {
            public double Formula(double prediction, double target)
            {
                double error = Abs(prediction - target);
                return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
            }
        }

        [Loss]
        public sealed partial class SquarePart
        {
            public static double Formula(double x, double t) => Square(x - t);
        """,
        "(double scale)");

    [Theory]
    [InlineData("{ double Half(double v) => 0.5 * v; return Half(x) + Half(t); }")]
    [InlineData("{ double scale = t; double Scaled(double v) => scale * v; scale = 2; return Scaled(x); }")]
    [InlineData("{ return Outer(x); double Outer(double v) { double Inner(double w) => w * t; return Inner(v) + Inner(1); } }")]
    [InlineData("{ Func<double, double> f = v => v * v; return f(x) - f(t); }")]
    [InlineData("{ Func<double, double> f = Math.Abs; return x + t; }")]
    [InlineData("{ Func<double, double, double> larger = (a, b) => a > b ? a : b; var f = larger; return f(x, t); }")]
    public void Functions_within_the_formula_keep_their_meaning(string body) => Check(body);

    [Theory]
    [InlineData("=> Centered(x)[label] + Spread(x);", "private static Row Centered(Row v) => v - Mean(v); private static double Spread(Row v) => Sum(v * v);")]
    [InlineData("=> At(x, label) - At(x, 0);", "private static double At(Row v, int k) => v[k];")]
    [InlineData("=> Sum(x, Term);", "private double Term(double v, int i) => v * i;")]
    [InlineData("=> Sum(x, (v, i) => Gap(v, x[label]));", "private static double Gap(double a, double b) => a > b ? a - b : 0;")]
    [InlineData("{ Func<double, int, double> term = (v, i) => i == label ? 0 : v; return Sum(x, term) + Sum(x * x, term); }", "")]
    [InlineData("=> Sum(x, (v, i) => Pairs(x, v));", "private static double Pairs(Row row, double v) => Sum(row, w => w > v ? w - v : 0);")]
    [InlineData(
        "=> Pairs(x, 1) + Sum(x, (v, i) => Pairs(x, v)) + Pairs(x, 1);",
        "private static double Pairs(Row row, double v) => Sum(row, w => w > v ? w - v : 0);")]
    public void Functions_of_rows_keep_their_meaning(string body, string methods) =>
        FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) {body} {methods}");

    private static void Check(string body, string members = "") => FormulaOracle.AssertAgrees($"public double Formula(double x, double t) {body} {members}");
}
