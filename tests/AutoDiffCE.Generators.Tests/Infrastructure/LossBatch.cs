using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>Classes of losses that are compiled together, as a project has them: each through the real generator and the real compiler.</summary>
public static class LossBatch
{
    /// <summary>Compiles losses; nothing may be reported.</summary>
    /// <param name="losses">The parameters of each class, in parentheses, and its members.</param>
    public static async Task<IReadOnlyList<CompiledLoss>> CompileAsync(params (string Constructor, string Members)[] losses)
    {
        string[] sources = [.. losses.Select((loss, index) => Source($"Loss{index}", loss.Constructor, loss.Members))];
        GeneratorRun run = await GeneratorRunner.RunAsync(sources);
        if (!run.Diagnostics.IsEmpty)
            Assert.Fail(await FaultsAsync(losses));
        System.Reflection.Assembly assembly = run.Load();
        return [.. losses.Select((loss, index) => new CompiledLoss(assembly, $"Loss{index}", loss.Members))];
    }

    // Each alone, so that a message stands beside its loss.
    private static async Task<string> FaultsAsync((string Constructor, string Members)[] losses)
    {
        List<string> faults = [];
        foreach ((string constructor, string members) in losses)
        {
            GeneratorRun run = await GeneratorRunner.RunAsync(Source("Loss0", constructor, members));
            if (!run.Diagnostics.IsEmpty)
                faults.Add($"{constructor} {members}\n    {string.Join("\n    ", run.Diagnostics.Distinct())}");
        }
        return string.Join("\n", faults);
    }

    // A formula that jumps is warned of, and compiled all the same.
    private static string Source(string name, string constructor, string members) => "#pragma warning disable ADCE103\n" + GeneratorRunner.Header + $$"""
        [Loss]
        public sealed partial class {{name}}{{constructor}}
        {
            {{members}}
        }

        {{Caller(name, members)}}
        """;

    // Spans cannot be passed by reflection, arrays can.
    private static string Caller(string name, string members)
    {
        ParameterSyntax[] parameters = [.. Parameters(members)];
        bool hasRow = parameters.Any(parameter => parameter.Type!.ToString() == "Row");
        string Declared(string number) => string.Join(
            ", ", parameters.Select(parameter => $"{(IsInteger(parameter) ? "int" : number)}[] {parameter.Identifier.Text}"));
        string inputs = string.Join(", ", parameters.Select(parameter => parameter.Identifier.Text));
        ParameterSyntax[] marked = [.. parameters.Where(parameter => parameter.AttributeLists.Count > 0)];
        int gradients = marked.Length == 0 ? 1 : marked.Length;
        string spans = string.Concat(Enumerable.Range(0, gradients).Select(index => $", gradients[{index}]"));
        string options = hasRow ? "new() { Classes = classes }" : "default";
        string Members(string number) => $$"""
                public static void Values({{name}} loss, {{Declared(number)}}, int classes, {{number}}[] destination) =>
                    loss.Values({{inputs}}, destination, {{options}});

                public static void Backward({{name}} loss, {{Declared(number)}}, int classes, {{number}}[] upstream, {{number}}[][] gradients) =>
                    loss.Backward({{inputs}}, upstream{{spans}}, {{options}});

                public static void Both({{name}} loss, {{Declared(number)}}, int classes, {{number}}[] upstream, {{number}}[] destination,
                    {{number}}[][] gradients) => loss.ValuesAndGradient({{inputs}}, upstream, destination{{spans}}, {{options}});
            """;
        return $$"""
            public static class {{name}}Caller
            {
            {{Members("double")}}

            {{Members("float")}}
            }
            """;
    }

    internal static bool IsMap(string members) => Formula(members).ReturnType.ToString() == "Row";

    internal static bool IsInteger(ParameterSyntax parameter) => parameter.Type!.ToString() == "int";

    internal static IEnumerable<ParameterSyntax> Parameters(string members) => Formula(members).ParameterList.Parameters;

    private static MethodDeclarationSyntax Formula(string members) => SyntaxFactory.ParseSyntaxTree("class C {" + members + "}").GetRoot()
        .DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.Identifier.Text == "Formula");
}
