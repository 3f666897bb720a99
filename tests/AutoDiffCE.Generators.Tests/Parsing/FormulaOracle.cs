using System.Globalization;
using System.Reflection;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Parsing;

/// <summary>Runs a formula as C#, interprets what the parser made of it, and compares.</summary>
internal static class FormulaOracle
{
    private const int Samples = 60;

    // Both sides do the same operations in the same order, but for functions that are written by other functions.
    private const double Tolerance = 1e-12;

    /// <summary>What the parser makes of a class named Sample.</summary>
    public static ParsedLoss Parse(CSharpCompilation compilation) =>
        LossParser.Parse(compilation.GetTypeByMetadataName("Sample")!, new KnownTypes(compilation), CancellationToken.None);

    /// <summary>The formula of a class named Sample, which must be without problems.</summary>
    public static Formula ParseFormula(string classDeclaration)
    {
        ParsedLoss parsed = Parse(TestCompilation.Of(GeneratorRunner.Header + classDeclaration));
        Assert.Empty(parsed.Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(ReportedDiagnostic.Of));
        return parsed.Model!.Formula!.Thaw();
    }

    /// <summary>Checks that parser and C# agree at random samples.</summary>
    /// <param name="members">The members of the class, its formula among them.</param>
    /// <param name="constructor">The parameters of the class, in parentheses.</param>
    public static void AssertAgrees(string members, string constructor = "")
    {
        int seed = Random.Shared.Next();
        try
        {
            AssertAgrees(members, constructor, new Random(seed));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Seed {seed}, formula {members}", exception);
        }
    }

    private static void AssertAgrees(string members, string constructor, Random random)
    {
        string declaration = $"[Loss]\npublic sealed partial class Sample{constructor}\n{{\n{members}\n}}\n";
        CSharpCompilation compilation = TestCompilation.Of(GeneratorRunner.Header + declaration);
        Type type = TestCompilation.Load(compilation).GetType("Sample")!;
        Formula formula = ParseFormula(declaration);
        Verifier.Verify(formula.Value, AxisSet.None);

        for (int sample = 0; sample < Samples; sample++)
        {
            int classes = random.Next(3, 7);
            var arguments = new FormulaArguments { Classes = classes };
            object[] passed = [.. formula.Inputs.Select(input => Draw(input, arguments, random))];
            object loss = Create(type, classes, random, out Dictionary<string, object> constructed);
            foreach (HyperParameter hyperParameter in formula.HyperParameters)
                Pass(hyperParameter, Read(hyperParameter.Access, loss, constructed), arguments);

            double expected = (double)type.GetMethod("Formula")!.Invoke(loss, passed)!;
            double actual = new Interpreter(arguments).Evaluate(formula.Value);
            bool agrees = expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance * (1 + Math.Abs(expected));
            Assert.True(agrees, string.Create(CultureInfo.InvariantCulture, $"C# gives {expected:R}, the parsed formula {actual:R}: {formula.Value}"));
        }
    }

    private static object Draw(FormulaInput input, FormulaArguments arguments, Random random)
    {
        if (input.Kind.IsRow)
        {
            double[] row = DrawRow(arguments.Classes, random);
            arguments.Rows[input.Name] = row;
            return new Row(row);
        }
        if (input.Kind.IsReal)
            return arguments.Scalars[input.Name] = DrawReal(random);
        return arguments.Labels[input.Name] = random.Next(arguments.Classes);
    }

    // Half of the numbers lie on a coarse grid, so that ties and zeros occur.
    private static double DrawReal(Random random) => random.Next(2) == 0 ? random.Next(-2, 3) : 4 * random.NextDouble() - 2;

    private static double[] DrawRow(int classes, Random random) => [.. Enumerable.Range(0, classes).Select(_ => DrawReal(random))];

    private static object Create(Type type, int classes, Random random, out Dictionary<string, object> constructed)
    {
        object DrawValue(Type wanted) =>
            wanted == typeof(double) ? DrawReal(random)
            : wanted == typeof(int) ? random.Next(1, 4)
            : wanted.IsEnum ? Enum.ToObject(wanted, random.Next(3))
            : wanted == typeof(bool) ? random.Next(2) == 0
            : wanted == typeof(Row) ? (object)new Row(DrawRow(classes, random))
            : (object)DrawRow(classes, random);

        ConstructorInfo constructor = type.GetConstructors().Single();
        object[] values = [.. constructor.GetParameters().Select(parameter => DrawValue(parameter.ParameterType))];
        constructed = constructor.GetParameters().Zip(values).ToDictionary(pair => pair.First.Name!, pair => pair.Second);
        object loss = constructor.Invoke(values);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(loss, DrawValue(property.PropertyType));
        return loss;
    }

    // The access is C#: "name", "this.Name" or "global::Sample.Name", a truth as "(name ? 1.0 : 0.0)", one of an enumeration as "(int)name".
    private static object Read(string access, object loss, Dictionary<string, object> constructed)
    {
        string path = access.Replace("(int)", "", StringComparison.Ordinal).Trim('(', ')').Split(" ? ")[0];
        if (!path.Contains('.', StringComparison.Ordinal))
            return constructed[path];
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        string name = path[(path.LastIndexOf('.') + 1)..];
        const string Global = "global::";
        Type type = path.StartsWith(Global, StringComparison.Ordinal) ? loss.GetType().Assembly.GetType(path[Global.Length..path.LastIndexOf('.')])! : loss.GetType();
        return type.GetField(name, Any)?.GetValue(loss) ?? type.GetProperty(name, Any)!.GetValue(loss)!;
    }

    private static void Pass(HyperParameter hyperParameter, object value, FormulaArguments arguments)
    {
        if (value is Row or double[])
            arguments.Rows[hyperParameter.Name] = value is Row row ? row.AsSpan().ToArray() : (double[])value;
        else
            arguments.Scalars[hyperParameter.Name] = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        Assert.Equal(value is Row or double[], hyperParameter.IsRow);
    }
}
