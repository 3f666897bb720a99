using System.Runtime.CompilerServices;
using AutoDiffCE.Generators.Diagnostics;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class DescriptorsTests
{
    [Fact]
    public void Ids_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Descriptors.All.Length).Select(number => $"ADCE{number:000}"), Descriptors.All.Select(descriptor => descriptor.Id));

    [Fact]
    public void Every_id_links_to_a_page_about_it()
    {
        foreach (var descriptor in Descriptors.All)
        {
            string path = descriptor.HelpLinkUri.Split("/blob/main/")[1];

            string page = File.ReadAllText(Path.Combine(Root(), path));

            Assert.StartsWith($"# {descriptor.Id}: ", page, StringComparison.Ordinal);
            Assert.Contains("Fix:", page, StringComparison.Ordinal);
        }
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
