using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AutoDiffCE.PackageTests;

[Collection(PackageUsers.Name)]
public class PackageContentTests(PackageFixture package)
{
    private static IEnumerable<string> HelpPages =>
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, "generators/AutoDiffCE.Generators/Diagnostics/Help"), "*.md")
            .Select(file => "help/" + Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [Fact]
    public void There_is_one_package_and_one_of_symbols()
    {
        string[] files = [.. Directory.EnumerateFiles(package.PackageFolder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal([$"AutoDiffCE.{package.Version}.nupkg", $"AutoDiffCE.{package.Version}.snupkg"], files);
    }

    [Fact]
    public void The_package_holds_runtime_losses_generator_and_documents_and_nothing_else()
    {
        using ZipArchive archive = Open("nupkg");
        string[] expected =
        [
            "AutoDiffCE.nuspec", "LICENSE", "README.md", "analyzers/dotnet/cs/AutoDiffCE.Generators.dll",
            "buildTransitive/AutoDiffCE.targets",
            .. HelpPages,
            "icon.png",
            "lib/net10.0/AutoDiffCE.Losses.dll", "lib/net10.0/AutoDiffCE.Losses.xml", "lib/net10.0/AutoDiffCE.dll", "lib/net10.0/AutoDiffCE.xml",
        ];
        Assert.Equal(expected, Contents(archive));
    }

    [Fact]
    public void The_symbols_are_those_of_both_libraries()
    {
        using ZipArchive archive = Open("snupkg");
        Assert.Equal(["AutoDiffCE.nuspec", "lib/net10.0/AutoDiffCE.Losses.pdb", "lib/net10.0/AutoDiffCE.pdb"], Contents(archive));
    }

    [Fact]
    public void The_symbols_carry_the_generated_kernels()
    {
        using ZipArchive archive = Open("snupkg");
        using MemoryStream symbols = Read(archive, "lib/net10.0/AutoDiffCE.Losses.pdb");
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        var embeddedSource = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
        string[] embedded =
        [
            .. reader.Documents
                .Where(document => reader.GetCustomDebugInformation(document)
                    .Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == embeddedSource))
                .Select(document => reader.GetString(reader.GetDocument(document).Name)),
        ];
        Assert.Contains(embedded, name => name.EndsWith("CrossEntropyLoss.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_nothing_and_says_what_it_is()
    {
        using ZipArchive archive = Open("nupkg");
        using MemoryStream stream = Read(archive, "AutoDiffCE.nuspec");
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal("AutoDiffCE", Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.StartsWith("# Changes", Value("releaseNotes"), StringComparison.Ordinal);
        // An address that the project does not have is left out.
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName is "projectUrl" && element.Value.Length == 0);
    }

    [Fact]
    public void The_generator_needs_nothing_but_the_compiler()
    {
        using ZipArchive archive = Open("nupkg");
        using MemoryStream stream = Read(archive, "analyzers/dotnet/cs/AutoDiffCE.Generators.dll");
        using var image = new PEReader(stream);
        MetadataReader reader = image.GetMetadataReader();
        string[] references = [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
        Assert.Contains("Microsoft.CodeAnalysis", references);
        // The last two are the compiler's own dependencies, loaded wherever it is.
        string[] given = ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory"];
        Assert.Equal([], references.Except(given));
    }

    [Fact]
    public void No_link_of_the_readme_leads_out_of_the_package()
    {
        using ZipArchive archive = Open("nupkg");
        string readme = Encoding.UTF8.GetString(Read(archive, "README.md").ToArray());
        Assert.Equal(
            Regex.Replace(File.ReadAllText(Path.Combine(Repository.Folder, "README.md")), @"!?\[(.*?)\]\((?!http).*?\)", "$1").TrimEnd(), readme.TrimEnd());
        Assert.DoesNotContain("](", readme, StringComparison.Ordinal);
        Assert.Contains("| generators | the language of formulas", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_speaks_of_the_version_that_the_repository_makes()
    {
        XDocument properties = XDocument.Load(Path.Combine(Repository.Folder, "Directory.Build.props"));
        Assert.Equal(Readme.Version, properties.Descendants("Version").Single().Value);
        Assert.Contains(Readme.SetUpCommands, line => line.EndsWith(" --version " + Readme.Version, StringComparison.Ordinal));
    }

    private ZipArchive Open(string extension) => ZipFile.OpenRead(Path.Combine(package.PackageFolder, $"AutoDiffCE.{package.Version}.{extension}"));

    private static MemoryStream Read(ZipArchive archive, string name)
    {
        using Stream entry = archive.GetEntry(name)!.Open();
        var copy = new MemoryStream();
        entry.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    // Apart from what every zip of this kind has.
    private static string[] Contents(ZipArchive archive) =>
    [
        .. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Where(name => name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal),
    ];
}
