using System.Globalization;
using System.Reflection;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>A loss as a user writes it, through the real generator and the real compiler, and what it gives for one sample.</summary>
internal sealed class WrittenLoss
{
    private readonly Type harness;

    private WrittenLoss(Type harness) => this.harness = harness;

    /// <summary>Compiles a loss named Sample.</summary>
    /// <param name="members">Its members, the formula among them.</param>
    /// <param name="inputs">The types of the formula's inputs: R for a row, S for a scalar, I for an integer; the first real one is differentiated.</param>
    /// <param name="parameters">The parameters of the class, in parentheses.</param>
    /// <param name="arguments">How an instance is made: arguments in parentheses, and an initializer.</param>
    /// <param name="usings">What both files begin with.</param>
    public static async Task<WrittenLoss> Compile(string members, string inputs, string parameters = "", string arguments = "()", string usings = "")
    {
        string declaration = $"[Loss] public sealed partial class Sample{parameters}\n{{\n{members}\n}}\n";
        string harness = "public static class Harness\n{\n" + Method("float", inputs, arguments) + Method("double", inputs, arguments) + "}\n";
        GeneratorRun run = await GeneratorRunner.RunAsync(usings + GeneratorRunner.Header + declaration, usings + GeneratorRunner.Header + harness);
        return new WrittenLoss(run.Load().GetType("Harness")!);
    }

    /// <summary>The value, and then the gradient, in double.</summary>
    public double[] InDouble(params object[] inputs) => Run("double", [.. inputs.Select(Wide)]);

    /// <summary>The value, and then the gradient, in float.</summary>
    public double[] InFloat(params object[] inputs) => Run("float", [.. inputs.Select(Narrow)]);

    private double[] Run(string precision, object[] inputs)
    {
        MethodInfo method = harness.GetMethod("In_" + precision)!;
        return (double[])method.Invoke(null, [inputs])!;
    }

    private static object Wide(object input) => input switch { double number => new[] { number }, int label => new[] { label }, _ => input };

    private static object Narrow(object input) =>
        Wide(input) is double[] numbers ? numbers.Select(number => (float)number).ToArray() : Wide(input);

    // Value and gradient in one call, the value by itself, and the gradient over its input: all must be the same.
    private static string Method(string precision, string inputs, string arguments)
    {
        string passed = string.Join(", ", inputs.Select((kind, index) =>
            $"({(kind == 'I' ? "int" : precision)}[])inputs[{index.ToString(CultureInfo.InvariantCulture)}]"));
        int first = inputs.IndexOfAny(['R', 'S']);
        string position = first.ToString(CultureInfo.InvariantCulture);
        string length = $"(({precision}[])inputs[{position}]).Length";
        string options = inputs.Contains('R') ? $", new() {{ Classes = {length.Replace(position, inputs.IndexOf('R').ToString(CultureInfo.InvariantCulture))} }}" : "";
        return $$"""
                public static double[] In_{{precision}}(object[] inputs)
                {
                    var loss = new Sample{{arguments}};
                    var gradient = new {{precision}}[{{length}}];
                    {{precision}} value = loss.ValueAndGradient({{passed}}, gradient{{options}});
                    {{precision}} alone = loss.Value({{passed}}{{options}});
                    if (!value.Equals(alone))
                        throw new InvalidOperationException($"Value gives {alone}, ValueAndGradient {value}.");
                    var over = ({{precision}}[])(({{precision}}[])inputs[{{position}}]).Clone();
                    inputs = [.. inputs[..{{position}}], over, .. inputs[({{position}} + 1)..]];
                    alone = loss.ValueAndGradient({{passed}}, over{{options}});
                    if (!value.Equals(alone) || !over.AsSpan().SequenceEqual(gradient))
                        throw new InvalidOperationException($"In place: {alone} [{string.Join(", ", over)}]; apart: {value} [{string.Join(", ", gradient)}].");
                    return [value, .. Array.ConvertAll(gradient, element => (double)element)];
                }

            """;
    }
}
