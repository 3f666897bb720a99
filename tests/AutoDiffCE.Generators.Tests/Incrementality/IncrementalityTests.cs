using System.Reflection;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Incrementality;

public class IncrementalityTests
{
    private const string Huber = GeneratorRunner.Header +
        """
        namespace Losses;

        // about nothing
        [Loss]
        public sealed partial class Huber(double delta = 1.0)
        {
            private const double Half = Constants.Half;
            public double Formula(double prediction, double target)
            {
                double error = Abs(prediction - target);
                return error <= delta ? Half * error * error : delta * (error - 0.5 * delta);
            }
        }
        """;

    private const string Other = "namespace Losses; internal static class Constants { public const double Half = 0.5; }";

    private const string CrossEntropy = GeneratorRunner.Header +
        """
        [Loss]
        public sealed partial class CrossEntropy
        {
            public double Formula(Row logits, int label) => LogSumExp(logits) - logits[label];
        }
        """;

    [Fact]
    public void An_edit_in_another_file_leaves_everything_as_it_was()
    {
        var run = new TrackedRun(Huber, Other);

        run.Edit("internal static class Constants {", "internal static class Constants { public const int Unused = 1;");

        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(LossGenerator.ModelStep));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(LossGenerator.SourceStep));
    }

    [Fact]
    public void A_comment_outside_the_formula_leaves_everything_as_it_was()
    {
        var run = new TrackedRun(Huber, Other);

        run.Edit("// about nothing", "// about\n// something");

        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(LossGenerator.ModelStep));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(LossGenerator.SourceStep));
    }

    [Theory]
    [InlineData("0.5 * delta", "0.25 * delta")]
    [InlineData("error <= delta", "error < delta")]
    [InlineData("Abs(prediction", "Abs(2 * prediction")]
    [InlineData("double prediction,", "[Differentiable] double prediction, [Differentiable]")]
    [InlineData("public sealed", "public")]
    public void An_edit_of_the_loss_compiles_it_again(string before, string after)
    {
        var run = new TrackedRun(Huber, Other);

        run.Edit(before, after);

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(LossGenerator.ModelStep));
    }

    [Fact]
    public void A_constant_in_another_file_compiles_it_again()
    {
        var run = new TrackedRun(Huber, Other);

        run.Edit("Half = 0.5", "Half = 0.75");

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(LossGenerator.ModelStep));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(LossGenerator.SourceStep));
    }

    [Fact]
    public void An_edit_of_one_loss_leaves_the_others_as_they_were()
    {
        var run = new TrackedRun(Huber, Other, CrossEntropy);

        run.Edit("- logits[label]", "- 2 * logits[label]");

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], run.Reasons(LossGenerator.ModelStep));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], run.Reasons(LossGenerator.SourceStep));
    }

    [Theory]
    [InlineData(Huber)]
    [InlineData(CrossEntropy)]
    public void Equal_losses_have_equal_models(string source)
    {
        LossModel first = Model(source), second = Model(source);

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotNull(first.Formula);
    }

    [Theory]
    [InlineData("error - 0.5", "error - 0.25")]
    [InlineData("double error", "double deviation")]
    [InlineData("class Huber", "class Hubert")]
    [InlineData("Abs(prediction", "Abs(2 * prediction")]
    [InlineData("[Loss]", "[Loss(Mean = MeanOver.Samples)]")]
    [InlineData("namespace Losses;", "namespace Other;")]
    public void Different_losses_have_different_models(string before, string after) =>
        Assert.NotEqual(Model(Huber), Model(Huber.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void Nothing_of_the_compilation_survives_in_what_is_kept()
    {
        var run = new TrackedRun(Huber, Other, CrossEntropy);

        object[] kept = [.. run.Values(LossGenerator.ModelStep), .. run.Values(LossGenerator.SourceStep)];

        Assert.Equal(4, kept.Length);
        Assert.Empty(Reachable(kept).Where(IsOfTheCompiler).Select(found => found.GetType()));
    }

    [Fact]
    public void The_walk_over_what_is_kept_finds_what_it_looks_for()
    {
        CSharpCompilation compilation = TestCompilation.Of(Other);
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName("Losses.Constants")!;

        Assert.Contains(Reachable([new List<object> { Tuple.Create("hidden", symbol) }]), IsOfTheCompiler);
        Assert.Contains(Reachable([new { Tree = compilation.SyntaxTrees[0].GetRoot() }]), IsOfTheCompiler);
    }

    private static LossModel Model(string source)
    {
        CSharpCompilation compilation = TestCompilation.Of(source, Other);
        INamedTypeSymbol loss = (INamedTypeSymbol)compilation.GetSymbolsWithName("Formula", SymbolFilter.Member).Single().ContainingType;
        return LossParser.Parse(loss, new KnownTypes(compilation), CancellationToken.None).Model!;
    }

    private static bool IsOfTheCompiler(object found) => found is Compilation or ISymbol or SyntaxNode or SyntaxTree or IOperation or Location or SemanticModel;

    /// <summary>Every object that can be reached through fields, whatever their type is declared as.</summary>
    private static HashSet<object> Reachable(IEnumerable<object> roots)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> pending = new(roots);
        while (pending.TryPop(out object? current))
        {
            if (current is string or Type || current.GetType().IsPrimitive || !seen.Add(current) || IsOfTheCompiler(current))
                continue;
            if (current is Array array)
            {
                foreach (object item in array.Cast<object?>().OfType<object>())
                    pending.Push(item);
            }
            for (Type? type = current.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer && field.GetValue(current) is { } value)
                        pending.Push(value);
                }
            }
        }
        return seen;
    }
}
