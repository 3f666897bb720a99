namespace AutoDiffCE.PackageTests;

/// <summary>The sections that tell how to use the package: their code blocks, in order.</summary>
internal static class Readme
{
    /// <summary>The version that the README speaks of.</summary>
    public const string Version = "0.1.0";

    private const string fence = "```";

    private static readonly string[][] blocks = Blocks("README.md", "## Use it in your own project", 4);

    private static readonly string[][] blocksOfFile = Blocks("src/README.md", "## Without a project", 2);

    private static readonly string[][] blocksOfFSharp = Blocks("samples/README.md", "## From F#", 2);

    /// <summary>From the repository to a project that has the package.</summary>
    public static string[] SetUpCommands => blocks[0];

    public static string[] Program => blocks[1];

    public static string[] RunCommands => blocks[2];

    public static string[] Output => blocks[3];

    /// <summary>What a file needs above the program to do without a project.</summary>
    public static string[] FileDirectives => blocksOfFile[0];

    public static string[] RunFileCommands => blocksOfFile[1];

    public static string[] FSharpProgram => blocksOfFSharp[0];

    public static string[] FSharpOutput => blocksOfFSharp[1];

    private static string[][] Blocks(string page, string heading, int count)
    {
        IEnumerable<string> section = File.ReadLines(Path.Combine(Repository.Folder, page))
            .SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        var blocks = new List<string[]>();
        List<string>? block = null;
        foreach (string line in section)
        {
            if (!line.StartsWith(fence, StringComparison.Ordinal))
            {
                block?.Add(line);
            }
            else if (block is null)
            {
                block = [];
            }
            else
            {
                blocks.Add([.. block]);
                block = null;
            }
        }

        Assert.Equal(count, blocks.Count);
        return [.. blocks];
    }
}
