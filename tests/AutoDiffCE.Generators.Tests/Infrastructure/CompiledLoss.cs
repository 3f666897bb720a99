using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>A loss that was compiled: its formula as C#, and its kernels, at the same samples.</summary>
public sealed class CompiledLoss(Assembly assembly, string name, string members)
{
    private readonly Type caller = assembly.GetType(name + "Caller")!;
    private readonly ParameterSyntax[] parameters = [.. LossBatch.Parameters(members)];

    /// <summary>The class.</summary>
    public Type Type { get; } = assembly.GetType(name)!;

    /// <summary>Whether the formula gives a row.</summary>
    public bool IsMap { get; } = LossBatch.IsMap(members);

    /// <summary>The type of each input: "Row", "double", "int", "bool".</summary>
    public IReadOnlyList<string> Kinds => [.. parameters.Select(parameter => parameter.Type!.ToString())];

    /// <summary>The inputs that have a gradient.</summary>
    public IReadOnlyList<int> Differentiable { get; } = DifferentiableOf([.. LossBatch.Parameters(members)]);

    /// <summary>An instance with given hyper-parameters.</summary>
    public object Create(params object[] arguments) => Type.GetConstructors().Single().Invoke(arguments);

    /// <summary>The types of the hyper-parameters of the class.</summary>
    public IReadOnlyList<Type> HyperParameters => [.. Type.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType)];

    /// <summary>The formula as C#, at one sample; a number for each class where it gives a row.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">Each a double[] of one row, a double or an int.</param>
    public double[] Formula(object loss, IEnumerable<object> inputs)
    {
        object[] passed = [.. inputs.Select(input => input is double[] row ? new Row(row) : input)];
        object value = Type.GetMethod("Formula")!.Invoke(loss, passed)!;
        return value is Row result ? result.AsSpan().ToArray() : [(double)value];
    }

    /// <summary>The values of a batch by the kernel: one per sample, or a row per sample.</summary>
    public T[] Values<T>(object loss, IReadOnlyList<Array> inputs, int classes, int count)
    {
        var destination = new T[count];
        Method<T>("Values").Invoke(null, [loss, .. inputs.Select(Converted<T>), classes, destination]);
        return destination;
    }

    /// <summary>The gradients by the differentiable inputs, for an upstream.</summary>
    public T[][] Backward<T>(object loss, IReadOnlyList<Array> inputs, int classes, T[] upstream)
    {
        T[][] gradients = [.. Differentiable.Select(input => new T[inputs[input].Length])];
        Method<T>("Backward").Invoke(null, [loss, .. inputs.Select(Converted<T>), classes, upstream, gradients]);
        return gradients;
    }

    /// <summary>Values and gradients at once.</summary>
    public (T[] Values, T[][] Gradients) Both<T>(object loss, IReadOnlyList<Array> inputs, int classes, T[] upstream, int count)
    {
        var destination = new T[count];
        T[][] gradients = [.. Differentiable.Select(input => new T[inputs[input].Length])];
        Method<T>("Both").Invoke(null, [loss, .. inputs.Select(Converted<T>), classes, upstream, destination, gradients]);
        return (destination, gradients);
    }

    /// <summary>The static method that calls a member with arrays, the loss being its first argument.</summary>
    public MethodInfo Caller(string method, Type array) => caller.GetMethods().Single(candidate => candidate.Name == method
        && candidate.GetParameters().Any(parameter => parameter.ParameterType == array));

    private MethodInfo Method<T>(string method) => Caller(method, typeof(T[]));

    private static object Converted<T>(Array input) => input is int[]? input
        : input.Cast<double>().Select(value => (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture)).ToArray();

    private static int[] DifferentiableOf(ParameterSyntax[] parameters)
    {
        int[] marked = [.. Enumerable.Range(0, parameters.Length).Where(index => parameters[index].AttributeLists.Count > 0)];
        return marked.Length > 0 ? marked : [Array.FindIndex(parameters, parameter => !LossBatch.IsInteger(parameter))];
    }
}
