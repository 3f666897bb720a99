using System.Runtime.CompilerServices;
using AutoDiffCE.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class DescriptorsTests
{
    [Fact]
    public void Ids_are_numbered_without_gaps_errors_from_1_remarks_from_101_and_those_about_labels_from_150()
    {
        IEnumerable<string> ids = Descriptors.Errors.Concat(Descriptors.Remarks).Select(descriptor => descriptor.Id).Order();

        Assert.Equal([.. Numbered(1, Descriptors.Errors.Length - 1), .. Numbered(101, Descriptors.Remarks.Length - 1), .. Numbered(150, 2)], ids);
    }

    [Fact]
    public void No_setting_of_a_project_hides_an_error() => Assert.All(Descriptors.Errors, descriptor =>
    {
        Assert.Equal(DiagnosticSeverity.Error, descriptor.DefaultSeverity);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.Compiler, descriptor.CustomTags);
    });

    [Fact]
    public void A_remark_is_what_a_project_makes_of_it() => Assert.All(Descriptors.Remarks, descriptor =>
    {
        Assert.True(descriptor.DefaultSeverity < DiagnosticSeverity.Error);
        Assert.Empty(descriptor.CustomTags);
    });

    [Fact]
    public void Every_id_links_to_a_page_about_it()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.Errors.Concat(Descriptors.Remarks))
        {
            string path = descriptor.HelpLinkUri.Split("/blob/main/")[1];

            string page = File.ReadAllText(Path.Combine(Root(), path));

            Assert.StartsWith($"# {descriptor.Id}: ", page, StringComparison.Ordinal);
            Assert.Contains("Fix:", page, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Numbered(int first, int count) => Enumerable.Range(first, count).Select(number => $"ADCE{number:000}");

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
