using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

public class CrossEntropyFormsTests
{
    public static TheoryData<string> Forms { get; } = [.. CrossEntropyForms.OfLogits];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_spelling_of_cross_entropy_becomes_the_same_node(string form)
    {
        var notation = new Notation();
        NodeAlgebra algebra = notation.NodeAlgebra;
        Node others = algebra.Reduce(Operation.LogSumExp, 0, notation.X.Node, notation.Y.Node);
        Node picked = algebra.Call(Functions.BelowInfinity, notation.X[notation.Y].Node);
        Node expected = algebra.Call(Functions.Softplus, algebra.Subtract(others, picked));
        Assert.Same(expected, Stabilizer.Stabilize(algebra, CrossEntropyForms.Write(notation, form).Node).Value);
        Assert.Equal("softplus(logSumExp_{i≠y}(x[i]) − x[y])", expected.ToString());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Kept_in_the_sum_the_label_leaves_log_sum_exp_minus_its_logit(string form)
    {
        var notation = new Notation();
        Node value = Stabilizer.Stabilize(notation.NodeAlgebra, CrossEntropyForms.Write(notation, form).Node, lifted: notation.Y.Node).Value;
        Assert.Equal("logSumExp_i(x[i]) − x[y]", value.ToString());
    }

    [Theory]
    [InlineData("-Log(Clamp(Softmax(x)[y], 1e-15, 1 - 1e-15))", "−clamp(−softplus(logSumExp_{i≠y}(x[i]) − x[y]), log(1E−15), logP1(−1E−15))")]
    [InlineData("-Log(Exp(x[y] / T) / Sum(Exp(x / T)))", "softplus(logSumExp_{i≠y}(x[i] / T) − x[y] / T)")]
    [InlineData("Log(Sum(Exp(T * (x - x[y]))))", "softplus(logSumExp_{i≠y}(T · x[i]) − T · x[y])")]
    [InlineData("-(t * Log(Sigmoid(z)) + (1 - t) * Log(1 - Sigmoid(z)))", "t · softplus(−z) + (1 − t) · softplus(z)")]
    [InlineData("Log(1 + Exp(-s * z))", "softplus(−s · z)")]
    [InlineData("-Log(1 - Softmax(x)[y])", "softplus(x[y] − logSumExp_{i≠y}(x[i]))")]
    public void Relatives_of_cross_entropy_reach_their_stable_form(string form, string expected)
    {
        var notation = new Notation();
        Node value = Stabilizer.Stabilize(notation.NodeAlgebra, CrossEntropyForms.Write(notation, form).Node).Value;
        Assert.Equal(expected, value.ToString());
    }
}
