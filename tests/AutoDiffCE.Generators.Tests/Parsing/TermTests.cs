namespace AutoDiffCE.Generators.Tests.Parsing;

/// <summary>What is made of a function of each element of a row.</summary>
public class TermTests
{
    [Theory]
    [InlineData("Mean(x, v => v * v) + Mean(x, (v, i) => v * i)")]
    [InlineData("Max(x, v => -v) - Max(x, (v, i) => i == label ? -9 : v)")]
    [InlineData("Min(x, v => v * v) - Min(x, (v, i) => v * (i - label))")]
    [InlineData("LogSumExp(x, v => 2 * v) + LogSumExp(x, (v, i) => v - i)")]
    [InlineData("Count(x, v => v > 0) * x[label] + Count(x, (v, i) => i < label && v > x[label])")]
    [InlineData("Any(x, v => v > 1.5) ? x[0] : All(x, v => v > -1) ? x[1] : x[label]")]
    [InlineData("Any(x, (v, i) => i > label && v > 0) || All(x, (v, i) => v > -i) ? x[0] : x[label]")]
    [InlineData("Sum(Map(x, v => v * v) * x) + Map(x, (v, i) => v + i)[label]")]
    [InlineData("Sum(Map(x, Math.Abs)) + Sum(x, Softplus)")]
    public void Functions_of_terms_keep_their_meaning(string value) => FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) => {value};");

    [Theory]
    [InlineData("return label > 0 ? x[label - 1] : x[0];")]
    [InlineData("return x[x.Length - 1 - label] + x[^(label + 1)];")]
    [InlineData("return x[Math.Min(label + 1, x.Length - 1)] - x[Math.Max(label - 2, 0)];")]
    [InlineData("double s = 0; for (int i = 0; i < x.Length - 1; i++) s += Abs(x[i + 1] - x[i]); return s;")]
    [InlineData("double s = 0; for (int i = 1; i < x.Length; i++) s += x[i - 1] * x[i]; return s;")]
    [InlineData("return Sum(x, (v, i) => i < label ? x[i + 1] - v : 0) + x[label];")]
    [InlineData("return Softmax(x)[x.Length - 1 - label];")]
    public void An_element_at_a_computed_index_is_that_of_the_row(string body) =>
        FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) {{ {body} }}");

    // In the lambda an element is a number, and a row that is multiplied with it is summed along an index of its own.
    [Theory]
    [InlineData("return Dot(x, Map(x, v => Sum(x * v)));")]
    [InlineData("return Dot(x, Map(x, v => Max(x - v)));")]
    [InlineData("return Dot(x, Map(x, v => Sum(x, w => w > v ? w - v : 0)));")]
    [InlineData("Row ranks = Map(x, v => Count(x, w => w < v)); return Sum(x, (v, i) => v * ranks[i]);")]
    [InlineData("Row m = Map(x, v => Sum(x, w => w * v * v)); return Sum(x, (a, i) => Sum(x, (b, j) => m[j] * a - m[i] * b * b));")]
    [InlineData("Row m = Map(x, v => Sum(Map(x, w => w * v - label))); return m[label] + Sum(m * m);")]
    [InlineData("Row acc = x; for (int i = 0; i < x.Length; i++) acc = acc + x * x[i]; return Sum(x, (a, i) => acc[i] * a);")]
    [InlineData("Row acc = x; foreach (double v in x) acc += Map(x, w => w * v); return Sum(x, (a, i) => Sum(x, (b, j) => acc[j] * a * i));")]
    public void An_element_of_a_row_of_terms_is_about_its_own_index(string body) =>
        FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) {{ {body} }}");
}
