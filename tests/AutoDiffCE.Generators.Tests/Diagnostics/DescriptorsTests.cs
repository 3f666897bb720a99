using System.Runtime.CompilerServices;
using AutoDiffCE.Generators.Diagnostics;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class DescriptorsTests
{
    [Fact]
    public void Ids_are_numbered_without_gaps_from_1_and_those_about_labels_from_150()
    {
        string[] ids = [.. Descriptors.All.Select(descriptor => descriptor.Id)];
        int labels = ids.Count(id => id.StartsWith("ADCE15", StringComparison.Ordinal));
        Assert.Equal(
            Enumerable.Range(1, ids.Length - labels).Concat(Enumerable.Range(150, labels)).Select(number => $"ADCE{number:000}"),
            ids);
    }

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
