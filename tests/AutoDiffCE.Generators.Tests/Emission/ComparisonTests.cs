using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>What is compared with itself, or is decided when a formula is compiled, compiles without a warning and means what it means in C#.</summary>
public class ComparisonTests
{
    // Each with its opposite, which is not the other side where there is a NaN.
    private static readonly (string Sign, string Opposite)[] operators = [("<", ">="), ("<=", ">"), ("==", "!=")];

    // Each in turn with one of the operators; in the long form, with all.
    private static IEnumerable<(T Pair, string Sign, string Opposite)> Compared<T>(IReadOnlyList<T> pairs) => Enumerable.Range(0, pairs.Count).SelectMany(
        index => operators.Where((_, place) => LongForm.IsAsked || place == index % operators.Length).Select(compared => (pairs[index], compared.Sign, compared.Opposite)));

    // Left and right, of constants and captures that all samples share, and of inputs.
    private static readonly (string Left, string Right)[] sides =
    [
        ("c", "c"), ("h", "h"), ("Exp(c)", "Exp(c)"), ("Exp(h)", "Exp(h)"), ("c", "2"), ("1", "2"), ("2.0", "2.0"), ("0.0", "-0.0"), ("n", "n"), ("n", "3"),
        ("double.NaN", "c"), ("h", "double.NaN"), ("double.PositiveInfinity", "c"), ("h", "double.PositiveInfinity"), ("x", "x"), ("x * h", "h * x"),
        ("x", "double.NaN"), ("-h", "-h"), ("h + 1", "1 + h"), ("Log(c - 2)", "Log(c - 2)"), ("n", "2147483647"), ("n", "4e9"), ("Log(h)", "Log(h)"),
    ];

    [Fact]
    public async Task Numbers_that_are_compared_with_themselves_or_with_constants()
    {
        string[] formulas = [.. Compared(sides).Select(compared => $$"""
            #pragma warning disable CS1718, CS8794, CA2242
            private const double c = 0.5;
            public double Formula(double x)
            {
                double left = {{compared.Pair.Left}}, right = {{compared.Pair.Right}};
                return (left {{compared.Sign}} right ? x * c : 3 * x + n * h) + (left {{compared.Opposite}} right ? 5 * x : n * x * x);
            }
            """)];
        await AssertAgree("(double h, int n)", formulas);
    }

    [Fact]
    public async Task Sizes_and_elements_that_are_compared_with_themselves_or_with_constants()
    {
        (string Left, string Right)[] pairs =
        [
            ("x.Length", "x.Length"), ("x.Length", "3"), ("x.Length", "-1"), ("x.Length - 1", "x.Length"), ("w[0]", "w[0]"),
            ("w[k]", "w[k]"), ("Sum(w)", "Sum(w)"),
            ("k", "k"), ("x[k]", "x[k]"), ("1.0 / x.Length", "1.0 / x.Length"), ("Max(w)", "double.NaN"), ("x.Length", "4e9"), ("Index(x)[1]", "1"),
        ];
        string[] formulas = [.. Compared(pairs).Select(compared => $$"""
            #pragma warning disable CS1718, CS8794, CA2242
            public double Formula(Row x, int k)
            {
                double left = {{compared.Pair.Left}}, right = {{compared.Pair.Right}};
                return (left {{compared.Sign}} right ? x[k] : 3 * x[0] + w[k]) + (left {{compared.Opposite}} right ? 5 * x[0] : x[k] * w[0]);
            }
            """)];
        await AssertAgree("(Row w)", formulas);
    }

    private static async Task AssertAgree(string constructor, string[] formulas)
    {
        List<string> faults = [];
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync([.. formulas.Select(formula => (constructor, formula))]);
        for (int index = 0; index < losses.Count; index++)
        {
            try
            {
                KernelOracle.AssertAgrees(losses[index], 3);
            }
            catch (Exception fault)
            {
                faults.Add($"{formulas[index]}\n    {(fault.InnerException ?? fault).Message}");
            }
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
