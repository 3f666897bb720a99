using AutoDiffCE.Generators;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>What the generator makes of a program of the net, or of any file.</summary>
internal static class GeneratedCommand
{
    /// <summary>Prints the generated text, and what the generator says.</summary>
    /// <param name="source">The number of a program, or the path of a file.</param>
    /// <param name="arguments">The seed.</param>
    public static int Run(string source, Arguments arguments)
    {
        string text = int.TryParse(source, out int number) ? Printer.File(ProgramGenerator.Generate(arguments.Seed, number)) : File.ReadAllText(source);
        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create([new LossGenerator().AsSourceGenerator()], parseOptions: References.ParseOptions)
            .RunGenerators(References.Empty.AddSyntaxTrees(References.Parse(text, "Losses.cs")))
            .GetRunResult();
        Console.WriteLine(text);
        foreach (Diagnostic diagnostic in result.Diagnostics)
            Console.WriteLine(diagnostic);
        foreach (SyntaxTree tree in result.GeneratedTrees)
            Console.WriteLine(tree);
        return 0;
    }
}
