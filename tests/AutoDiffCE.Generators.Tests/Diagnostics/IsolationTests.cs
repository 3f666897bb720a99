using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

// Whatever one loss does, the others keep their members.
public class IsolationTests
{
    private const string Good = "[Loss] public sealed partial class Good { public double Formula(double x, double t) => x * t; }";

    private const string Use = "public static class User { public static double Use(Good loss) => loss.Value([1.0], [2.0]); }";

    [Fact]
    public async Task A_class_that_is_marked_twice_is_an_error_of_csharp_alone()
    {
        GeneratorRun run = await RunAsync(
            "[Loss] public sealed partial class Twice { public double Formula(double x, double y) => (x - y) * (x - y); }\n"
            + "[Loss] partial class Twice { public double Scale { get; init; } }");

        Assert.Equal(["CS0579"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["Good.g.cs", "Twice.g.cs"], run.Generated.Keys.Order());
    }

    [Fact]
    public async Task A_class_that_is_marked_in_two_files_is_an_error_of_csharp_alone()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(
            GeneratorRunner.Header + "[Loss] public sealed partial class Twice { public double Formula(double x, double y) => (x - y) * (x - y); }",
            GeneratorRunner.Header + "[Loss] partial class Twice { }",
            GeneratorRunner.Header + Good + Use);

        Assert.Equal(["CS0579"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("namespace Acme { § Error BODY } namespace Acme { § ERROR BODY }")]
    [InlineData("§ MseLoss BODY § MSELoss BODY")]
    [InlineData("§ Mseloss BODY § MseLoss BODY § MSELOSS BODY")]
    [InlineData("namespace Acme.Losses { § Error BODY } namespace Acme.LOsses { § Error BODY }")]
    [InlineData("public partial class Outer { § Inner BODY } public partial class OUTER { § INNER BODY }")]
    [InlineData("namespace Acme { § Norm BODY public partial class Norms { § NORM BODY } } namespace ACME { § nOrm BODY }")]
    public async Task Losses_whose_names_differ_in_case_all_have_their_members(string declarations)
    {
        string sources = declarations
            .Replace("§ ", "[Loss] public sealed partial class ", StringComparison.Ordinal)
            .Replace("BODY", "{ public double Formula(double x, double y) => (x - y) * (x - y); }", StringComparison.Ordinal);

        GeneratorRun run = await RunAsync(sources);

        Assert.Equal(declarations.Split("BODY").Length, run.Generated.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        run.Load();
    }

    [Fact]
    public async Task A_name_that_differs_from_none_in_case_alone_is_the_name_of_its_file()
    {
        GeneratorRun run = await RunAsync(
            "namespace Other { [Loss] public sealed partial class Good { public double Formula(double x, double y) => x * y; } }");

        Assert.Equal(["Good.g.cs", "Other.Good.g.cs"], run.Generated.Keys.Order());
    }

    // C# ends a line, and so a comment, at more than \n; what has no line of its own to end is no trouble but to readers.
    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u202e")]
    [InlineData("\u00a0")]
    [InlineData("\ufeff")]
    public async Task Any_white_space_may_stand_in_a_formula(string space)
    {
        GeneratorRun run = await RunAsync(
            $"[Loss] public sealed partial class Spaced {{ public double Formula(double x, double y) {{ /* a{space}b{space}{space} */\n  return x * y; }} }}");

        Assert.Equal(2, run.Generated.Count);
        Assert.DoesNotContain(run.Generated["Spaced.g.cs"], letter => letter is '\u2028' or '\u2029' or '\u0085' or '\u202e' or '\r' or '\v' or '\f');
        run.Load();
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("\0")]
    [InlineData("\uffff")]
    [InlineData("*//*")]
    [InlineData("\ud835\udefc")]
    public async Task Any_character_may_stand_in_the_comment_of_a_formula(string character) => (await RunAsync(
        $"[Loss] public sealed partial class Odd {{ public double Formula(double x, double y) {{ /* {character} */ return x * y; }} }}")).Load();

    // C# itself reads it by recursion: deeper, and the compiler would be gone with all losses.
    [Fact]
    public async Task What_is_nested_too_deeply_is_an_error_at_its_formula()
    {
        string minuses = string.Concat(Enumerable.Repeat("- ", 1100));

        GeneratorRun run = await RunAsync($"[Loss] public sealed partial class Deep {{ public double Formula(double x, double t) => {minuses}x * t; }}");

        Assert.Equal(("ADCE016", "Formula"), (Assert.Single(run.Diagnostics).Id, run.Diagnostics[0].Text));
        Assert.EndsWith("it is nested too deeply; split it into several losses", run.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public void Formula(double x, double t) { }", "ADCE003")]
    [InlineData("public double Formula(double x, double t) => Math.BitIncrement(x) * t;", "ADCE010")]
    [InlineData("", "ADCE002")]
    public async Task An_error_of_one_loss_is_all_there_is(string member, string id)
    {
        GeneratorRun run = await RunAsync($"[Loss] public sealed partial class Bad {{ {member} }}");

        Assert.Equal(id, Assert.Single(run.Diagnostics).Id);
        Assert.Contains("BatchDriver", run.Generated["Good.g.cs"], StringComparison.Ordinal);
    }

    private static Task<GeneratorRun> RunAsync(string declarations) =>
        GeneratorRunner.RunAsync(GeneratorRunner.Header + declarations, GeneratorRunner.Header + Good + Use);
}
