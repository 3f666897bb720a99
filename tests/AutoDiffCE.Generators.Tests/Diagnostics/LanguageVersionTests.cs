using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class LanguageVersionTests
{
    private const string Source =
        "using AutoDiffCE; using static AutoDiffCE.LossMath;"
        + "[Loss] public partial class Sample { public double Formula(Row x, int k) { return (LogSumExp(x) - x[k]) / 2f; } }";

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public async Task A_language_that_is_too_old_is_the_only_error(LanguageVersion version, string name) => Assert.Equal(
        [
            new ReportedDiagnostic(
                "ADCE018", $"The generated part of 'Sample' needs C# 12.0 or later, but this project is compiled as C# {name}; set LangVersion", "Sample"),
        ],
        await ReportedAsync(version, Source));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public async Task What_is_generated_compiles_as_the_oldest_language_that_is_not(LanguageVersion version) =>
        Assert.Empty(await ReportedAsync(version, Source.Replace("2f", "2.0", StringComparison.Ordinal)));

    private static async Task<IEnumerable<ReportedDiagnostic>> ReportedAsync(LanguageVersion version, string source) =>
        (await GeneratorRunner.RunAsync(new CSharpParseOptions(version), source)).Diagnostics;
}
