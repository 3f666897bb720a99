using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

// The kernels of a loss are made from its own formula: that of a class derived from it would be run by nobody.
public class DerivedFormulaTests
{
    private const string Base = "[Loss] public partial class Squared { public MODIFIER double Formula(double x, double y) => (x - y) * (x - y); }\n";

    [Theory]
    [InlineData("virtual", "public class Absolute : Squared { public override double Formula(double x, double y) => Abs(x - y); }")]
    [InlineData("virtual", "public class Absolute : Squared { public sealed override double Formula(double a, double b) => Abs(a - b); }")]
    [InlineData("", "public sealed class Absolute : Squared { public new double Formula(double x, double y) => Math.Abs(x - y); }")]
    [InlineData("", "public sealed class Absolute : Squared { public static new double Formula(double x, double y) => Math.Abs(x - y); }")]
    [InlineData("static", "public sealed class Absolute : Squared { public static new double Formula(double x, double y) => Math.Abs(x - y); }")]
    [InlineData("", "public class Between : Squared { } public class Absolute : Between { public new double Formula(double x, double y) => Abs(x - y); }")]
    [InlineData("", "public class Absolute<T> : Squared { public new double Formula(double x, double y) => Abs(x - y); }")]
    [InlineData("", "public class Absolute : Squared { public new float Formula(double x, double y) => 1; }")]
    public async Task A_formula_of_a_derived_class_is_an_error(string modifier, string derived) => Assert.Equal(
        [
            new ReportedDiagnostic(
                "ADCE019",
                "Nothing runs this formula: 'Absolute' has the kernels that were made from the formula of 'Squared'; make it a loss of its own",
                "Formula"),
        ],
        await ReportedAsync(modifier, derived));

    [Fact]
    public async Task Every_derived_formula_is_an_error() => Assert.Equal(
        ["ADCE019", "ADCE019"],
        (await ReportedAsync(
            "virtual",
            """
            public class Second : Squared { public override double Formula(double x, double y) => 2 * Abs(x - y); }
            public class Third : Second { public override double Formula(double x, double y) => 3 * Abs(x - y); }
            """)).Select(diagnostic => diagnostic.Id));

    [Theory]
    [InlineData("", "")]
    [InlineData("virtual", "")]
    [InlineData("virtual", "public class Derived : Squared { public double Scale { get; init; } }")]
    [InlineData("", "public class Derived : Squared { public double Formula(double x) => x; }")]
    [InlineData("", "public class Other { public virtual double Formula(double x, double y) => x; } public class Derived : Other { public override double Formula(double x, double y) => y; }")]
    public async Task Nothing_else_is(string modifier, string derived) => Assert.Empty(await ReportedAsync(modifier, derived));

    [Fact]
    public async Task A_loss_cannot_be_derived_from_a_loss() => Assert.Equal(
        [new ReportedDiagnostic("ADCE001", "'Absolute' cannot be a loss: it has a base class of its own, and the generated part derives from ElementwiseLoss", "Absolute")],
        await ReportedAsync("virtual", "[Loss] public partial class Absolute : Squared { public override double Formula(double x, double y) => Abs(x - y); }"));

    private static async Task<IEnumerable<ReportedDiagnostic>> ReportedAsync(string modifier, string derived) => (await GeneratorRunner.RunAsync(
        GeneratorRunner.Header + Base.Replace("MODIFIER ", modifier.Length == 0 ? "" : modifier + " ", StringComparison.Ordinal) + derived)).Diagnostics;
}
