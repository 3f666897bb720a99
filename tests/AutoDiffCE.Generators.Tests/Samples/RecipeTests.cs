using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Samples;

/// <summary>The recipes of samples/README.md: each block of C# is a program, and prints the block below it.</summary>
public class RecipeTests
{
    private const string Fence = "```";

    private static readonly string[] libraries = ["MathNet.", "Microsoft.ML."];

    // What a console project has without asking.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        """;

    private static MetadataReference[] Libraries { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name is "AutoDiffCE.Losses.dll" || libraries.Any(start => name.StartsWith(start, StringComparison.Ordinal))))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The headings of the recipes.</summary>
    public static TheoryData<string> Headings => [.. Recipes().Select(recipe => recipe.Heading)];

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task A_recipe_prints_what_the_page_says(string heading)
    {
        (_, string program, string output) = Recipes().Single(recipe => recipe.Heading == heading);
        CSharpCompilation library = TestCompilation.Of(program, ImplicitUsings);
        GeneratorRun run = await GeneratorRunner.RunAsync(library
            .WithOptions(library.Options.WithOutputKind(OutputKind.ConsoleApplication))
            .AddReferences(Libraries));

        Assert.Equal(output, Printed(run.Load().EntryPoint!));
    }

    [Fact]
    public void There_are_recipes() => Assert.InRange(Recipes().Count, 7, 30);

    private static string Printed(MethodInfo main)
    {
        TextWriter before = Console.Out;
        using var printed = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(printed);
        try
        {
            main.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }
        return printed.ToString().ReplaceLineEndings("\n");
    }

    private static List<(string Heading, string Program, string Output)> Recipes([CallerFilePath] string file = "")
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../../samples/README.md")).ReplaceLineEndings("\n");
        return
        [
            .. page.Split("\n### ").Skip(1).Select(section => section.Split(Fence)).Select(parts =>
                (parts[0][..parts[0].IndexOf('\n', StringComparison.Ordinal)], parts[1]["csharp\n".Length..], parts[3][1..])),
        ];
    }
}
