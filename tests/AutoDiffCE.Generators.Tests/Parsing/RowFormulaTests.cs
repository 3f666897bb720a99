namespace AutoDiffCE.Generators.Tests.Parsing;

public class RowFormulaTests
{
    [Theory]
    [InlineData("-Log(Exp(x[label]) / Sum(Exp(x)))")]
    [InlineData("LogSumExp(x) - x[label]")]
    [InlineData("-LogSoftmax(x)[label]")]
    [InlineData("1 - Softmax(x)[label]")]
    [InlineData("Sum(x + 1) + Sum(1 + x) + Sum(x - 2) + Sum(2 - x) + Sum(-x * 3) + Sum(2 * x) + x[label]")]
    [InlineData("Sum(x / 2) + Sum(1 / (4 + x)) + Sum(x / (4 + x)) + Sum(x * x - (x + x)) + label")]
    [InlineData("Max(x) - Min(x) + Mean(x) + x[label]")]
    [InlineData("Max(Where(Index(x) == label, double.NegativeInfinity, x)) - x[label]")]
    [InlineData("Max(Where(Index(x) != label, x, double.NegativeInfinity)) - x[label]")]
    [InlineData("Sum(Relu(1 + x - x[label])) - 1")]
    [InlineData("Sum(Where(Index(x) < label, x, -x))")]
    [InlineData("Sum(Where(Index(x) >= label, x, 0))")]
    [InlineData("Sum(Where(label > Index(x), 1, x))")]
    [InlineData("x[0] + x[^1] * x[2] - x[label]")]
    [InlineData("x[label] * x.Length + (x + 1).Length")]
    [InlineData("(Exp(x) / Sum(Exp(x)))[label]")]
    [InlineData("(x - LogSumExp(x))[^2] + (x * Index(x))[label]")]
    [InlineData("Dot(x, OneHot(label, x.Length)) + Sum(x.With(label, 3))")]
    [InlineData("Count(x > 0) * x[label]")]
    [InlineData("Count(!(x > 0) & (x < 1) | (x == 2) ^ (x != x[label])) + x[0]")]
    [InlineData("Sum(x) + ((x > 0)[label] ? 1 : 2)")]
    [InlineData("Sum(Clamp(x, -1, 1) + Max(x, 0) + Min(1, x) + Pow(x, 2) + Abs(x)) + label")]
    [InlineData("Sum(Square(x)) + Sum(Cube(x)) + Sum(Reciprocal(4 + x)) + Square(x[label])")]
    [InlineData("Sum(label > 1 ? x : -x)")]
    [InlineData("Sum(Where(label > 1, x, 0))")]
    [InlineData("label >= 1 ? x[label] : x[x.Length - 1]")]
    [InlineData("Sum(Where(Index(x) == label - 1, x, 0)) + x[label]")]
    public void Rows_and_labels_keep_their_meaning(string expression) =>
        FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) => {expression};");

    [Theory]
    [InlineData("Sum(y * (Log(Abs(y) + 1) - x))")]
    [InlineData("Dot(x, y) / Sqrt(Dot(x, x) * Dot(y, y) + 1)")]
    [InlineData("Sum(XLogY(Abs(y), Abs(x) + 1)) + Sum(Max(x, y)) + Sum(Where(x > y, x, y))")]
    [InlineData("Sum(Clamp(x, Min(x, y), Max(x, y)))")]
    [InlineData("Sum(Pow(Abs(x), Abs(y)))")]
    [InlineData("Sum(x, value => value * value) - Sum(y, (value, i) => i * value * x[i])")]
    [InlineData("Sum(x, Exp) + Sum(y, Softplus)")]
    [InlineData("Sum(x, Square) + Sum(y, Cube) + Sum(x + 4, Reciprocal)")]
    [InlineData("Sum(x, (value, i) => Sum(Where(Index(x) == i, 0, Relu(value - x + y[i]))))")]
    [InlineData("Sum(x, (left, i) => Sum(y, (right, j) => i < j ? left * right : Norm(x - left) * y[j]))")]
    [InlineData("Sum(x, value => { double shifted = value + 1; if (shifted > 0) return shifted * Sum(y, other => other * value); return -1; })")]
    [InlineData("Sum(Weighted(x, y))")]
    [InlineData("Norm(x - y) * Norm(x) + Norm(y * 0)")]
    public void Two_rows_meet_class_by_class(string expression) =>
        FormulaOracle.AssertAgrees($"public double Formula(Row x, Row y) => {expression};");
}
