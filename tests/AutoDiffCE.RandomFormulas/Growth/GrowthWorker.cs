using System.Diagnostics;
using System.Globalization;
using AutoDiffCE.Generators;
using AutoDiffCE.RandomFormulas.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.RandomFormulas.Growth;

/// <summary>One formula through the generator, in a process that may run out of time and memory.</summary>
internal static class GrowthWorker
{
    public static int Run(string shape, int size)
    {
        Generate("Warm", "public double Formula(double x, double y) => Log(Exp(x) + 1) * y;");
        long start = Stopwatch.GetTimestamp();
        GeneratorDriverRunResult result = Generate("Grown", GrowthShapes.Named(shape).Body(size));
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        int length = result.GeneratedTrees.Sum(tree => tree.Length);
        string refused = string.Join(" ", result.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct());
        bool isEmpty = result.GeneratedTrees.Any(tree => tree.ToString().Contains(" has an error: ", StringComparison.Ordinal));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time:F0} {length} {(refused.Length > 0 ? refused : isEmpty ? "refused" : "-")}"));
        return 0;
    }

    /// <summary>The generator over one class.</summary>
    public static GeneratorDriverRunResult Generate(string name, string body)
    {
        string text = $"using AutoDiffCE;\nusing static AutoDiffCE.LossMath;\n\n[Loss]\npublic sealed partial class {name}\n{{\n{body}\n}}\n";
        return CSharpGeneratorDriver
            .Create([new LossGenerator().AsSourceGenerator()], parseOptions: References.ParseOptions)
            .RunGenerators(References.Empty.AddSyntaxTrees(References.Parse(text, name + ".cs")))
            .GetRunResult();
    }
}
