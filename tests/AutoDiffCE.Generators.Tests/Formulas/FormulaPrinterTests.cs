using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class FormulaPrinterTests
{
    private readonly Notation n = new();

    [Fact]
    public void Sums_and_products_take_the_parentheses_they_need_and_no_more()
    {
        Expression a = n.Scalar("a"), b = n.Scalar("b"), c = n.Scalar("c");
        Prints("a + b − c", a + b - c);
        Prints("a − (b + c)", a - (b + c));
        Prints("a · (b + c)", a * (b + c));
        Prints("a / (b · c)", a / (b * c));
        Prints("a · b / c", a * b / c);
        Prints("−a · b", -(a * b));
        Prints("1 − a", 1 - a);
    }

    [Fact]
    public void Reductions_name_their_index()
    {
        Prints("Σ_i(exp(x[i]))", n.Sum(n.Exp(n.X)));
        Prints("max_i(x[i]) − min_i(x[i])", n.Max(n.X) - n.Min(n.X));
        Prints("logSumExp_{i≠y}(x[i])", n.Wrap(n.Table.Reduce(Operation.LogSumExp, 0, n.X.Node, n.Y.Node)));
        Prints("exp(x[i]) / Σ_j(exp(x[j]))", n.Softmax(n.X));
    }

    [Fact]
    public void Selections_and_comparisons_read_as_in_a_table()
    {
        Prints("[z ≤ 1 ? z : 0]", n.Where(n.Scalar("z") <= n.Number(1), n.Scalar("z"), n.Number(0)));
        Prints("[i = y ? 1 : 0]", n.Where(n.Index.Is(n.Y), n.Number(1), n.Number(0)));
    }

    [Fact]
    public void Numbers_are_written_so_that_they_can_be_read_back()
    {
        Prints("0.1", n.Number(0.1));
        Prints("1E−15", n.Number(1e-15));
        Prints("−∞", n.Number(double.NegativeInfinity));
    }

    private static void Prints(string expected, Expression expression) => Assert.Equal(expected, FormulaPrinter.Print(expression.Node));
}
