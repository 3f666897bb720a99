using System.Runtime.CompilerServices;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class DescriptorsTests
{
    [Fact]
    public void Ids_are_numbered_without_gaps_warnings_from_101()
    {
        Assert.Equal(Numbered(1, Descriptors.Errors.Length), Descriptors.Errors.Select(descriptor => descriptor.Id));
        Assert.Equal(Numbered(101, Descriptors.Warnings.Length), Descriptors.Warnings.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void No_setting_of_a_project_hides_an_error() => Assert.All(Descriptors.Errors, descriptor =>
    {
        Assert.Equal(DiagnosticSeverity.Error, descriptor.DefaultSeverity);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.Compiler, descriptor.CustomTags);
    });

    [Fact]
    public void A_warning_is_what_a_project_makes_of_it() => Assert.All(Descriptors.Warnings, descriptor =>
    {
        Assert.Contains(descriptor.DefaultSeverity, new[] { DiagnosticSeverity.Warning, DiagnosticSeverity.Info });
        Assert.Empty(descriptor.CustomTags);
    });

    [Fact]
    public void Every_id_has_a_page_about_it_and_links_there_where_the_project_has_an_address()
    {
        const string pages = "generators/AutoDiffCE.Generators/Diagnostics/Help";
        foreach (DiagnosticDescriptor descriptor in Descriptors.Errors.Concat(Descriptors.Warnings))
        {
            string page = File.ReadAllText(Path.Combine(Root(), pages, descriptor.Id + ".md"));

            Assert.StartsWith($"# {descriptor.Id}: ", page, StringComparison.Ordinal);
            Assert.Contains("Fix:", page, StringComparison.Ordinal);
            if (descriptor.HelpLinkUri.Length > 0)
                Assert.EndsWith($"/blob/main/{pages}/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Numbered(int first, int count) => Enumerable.Range(first, count).Select(number => $"ADCE{number:000}");

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
