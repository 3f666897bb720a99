using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Incrementality;

/// <summary>A generator that has run and can run again after an edit.</summary>
internal sealed class TrackedRun
{
    private Compilation compilation;
    private GeneratorDriver driver;

    public TrackedRun(params string[] sources)
        : this(new LossGenerator(), sources)
    {
    }

    public TrackedRun(LossGenerator generator, params string[] sources)
    {
        compilation = TestCompilation.Of(sources);
        driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGenerators(compilation);
    }

    /// <summary>Replaces a text in the sources and runs again.</summary>
    public void Edit(string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        SyntaxTree edited = CSharpSyntaxTree.ParseText(
            tree.ToString().Replace(before, after, StringComparison.Ordinal), TestCompilation.ParseOptions, tree.FilePath, System.Text.Encoding.UTF8);
        compilation = compilation.ReplaceSyntaxTree(tree, edited);
        driver = driver.RunGenerators(compilation);
    }

    /// <summary>Why each output of a step is what it is.</summary>
    public IncrementalStepRunReason[] Reasons(string step) => [.. Outputs(step).Select(output => output.Reason)];

    /// <summary>The outputs of a step.</summary>
    public object[] Values(string step) => [.. Outputs(step).Select(output => output.Value)];

    /// <summary>What is reported, with its place.</summary>
    public string[] Reported => [.. driver.GetRunResult().Diagnostics.Select(diagnostic => diagnostic.ToString())];

    /// <summary>A generated file.</summary>
    public string Source(string name) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Single(source => source.HintName == name).SourceText.ToString();

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(run => run.Outputs);
}
