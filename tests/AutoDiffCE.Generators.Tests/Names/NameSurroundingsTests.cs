using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Names;

/// <summary>Names around a formula, not in it: of the class and what is nested in it, of namespaces, of other types of the project.</summary>
public class NameSurroundingsTests
{
    // What the formulas of the corpus call, and names that a project cannot have for a type without breaking everything else in it.
    private static readonly HashSet<string> calledByFormulas =
    [
        .. typeof(LossMath).GetMethods().Select(method => method.Name), "Row", "LossMath", "Differentiable", "Loss", "System", "AutoDiffCE", "Formula", "Plain",
    ];

    [Fact]
    public async Task A_class_may_have_every_name_but_those_of_its_generated_members()
    {
        string[] names = [.. (await HostileNames.AllAsync()).Except(HostileNames.Taken).Except(["System", "AutoDiffCE", "Formula"]).OneOf(8)];

        string[] sources = [.. names.Select((name, index) =>
            $"namespace Space{index} {{ [global::AutoDiffCE.Loss] public sealed partial class @{name} {{ public double Formula(double x) => x * x; }} }}")];

        Assert.Empty((await GeneratorRunner.RunAsync(sources)).Diagnostics);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("var")]
    [InlineData("dynamic")]
    [InlineData("field")]
    [InlineData("value")]
    [InlineData("notnull")]
    [InlineData("T")]
    [InlineData("V")]
    [InlineData("Math")]
    [InlineData("Frame")]
    [InlineData("FormulaKernel")]
    public async Task A_class_outside_of_all_namespaces_may_be_called_so(string name)
    {
        const string formula = "public double Formula(AutoDiffCE.Row x, int k) => AutoDiffCE.LossMath.LogSumExp(x) - x[k];";
        string source = $"[AutoDiffCE.Loss] public sealed partial class @{name} {{ {formula} }}";

        Assert.Empty((await GeneratorRunner.RunAsync(source)).Diagnostics);
    }

    [Fact]
    public async Task Other_types_of_the_project_may_have_every_name()
    {
        string[] names = [.. (await HostileNames.AllAsync()).Except(calledByFormulas).Except(["nint", "unmanaged"])];
        string types = string.Concat(names.Select(name => $"internal static class @{name} {{ }}\n"));

        IEnumerable<string> losses = NamedLoss.Corpus.Select((loss, index) => loss.Source($"Corpus{index}", HostileNames.Plain));
        Assert.Empty((await GeneratorRunner.RunAsync([types, .. losses])).Diagnostics);
    }

    [Fact]
    public async Task Types_nested_in_a_loss_may_have_every_name_but_those_of_generated_and_inherited_members()
    {
        string[] names = [.. (await HostileNames.AllAsync()).Except(calledByFormulas).Except(HostileNames.Taken).Except(HostileNames.Plain.Values)
            .Except(typeof(object).GetMembers(HostileNames.AllMembers).Select(member => member.Name))];
        string types = string.Concat(names.Select(name => $"private static class @{name} {{ }}\n"));
        string[] sources = [.. NamedLoss.Corpus
            .Select(loss => loss with { Text = loss.Text.Insert(loss.Text.IndexOf('{', StringComparison.Ordinal) + 1, types) })
            .Select((loss, index) => loss.Source($"Corpus{index}", HostileNames.Plain))];

        Assert.Empty((await GeneratorRunner.RunAsync(sources)).Diagnostics);
    }

    [Theory]
    [InlineData("AutoDiffCE.System", "")]
    [InlineData("AutoDiffCE.Something.System", "")]
    [InlineData("AutoDiffCE.Batches.System.Numerics", "")]
    [InlineData("Company.Math.Exp", "")]
    [InlineData("Company.System.AutoDiffCE.Row2", "")]
    [InlineData("@class.@namespace.@var", "partial class @record { partial struct @event { ")]
    [InlineData("Größe.変数", "partial interface Éléments { partial record Inner { ")]
    public async Task A_namespace_and_types_around_may_have_any_name(string space, string outer)
    {
        string source = $$"""
            namespace {{space}}
            {
                {{outer}}
                [global::AutoDiffCE.Loss]
                public sealed partial class Sample(double h)
                {
                    private static readonly double f = 2;
                    public double Formula(global::AutoDiffCE.Row x, int k) => h * f * (global::AutoDiffCE.LossMath.LogSumExp(x) - x[k]);
                }
                {{string.Concat(outer.Where(letter => letter == '{').Select(_ => "}"))}}
            }
            """;

        Assert.Empty((await GeneratorRunner.RunAsync(source)).Diagnostics);
    }
}
