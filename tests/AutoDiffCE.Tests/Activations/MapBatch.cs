using System.Numerics;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Activations;

/// <summary>A random batch for a map, and its members.</summary>
internal sealed class MapBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int seed = Random.Shared.Next();
    private readonly RowMap map;
    private readonly int classes;
    private readonly ActivationMembers members;

    public MapBatch(RowMap map, int samples, int classes)
    {
        (this.map, this.classes) = (map, classes);
        members = new ActivationMembers(map.Loss);
        var random = new Random(seed);
        Logits = Numbers(random, samples * classes, 6);
        Upstream = Numbers(random, samples * classes, 2);
        Destination = new T[samples * classes];
        Gradient = new T[samples * classes];
    }

    public T[] Logits { get; }

    public T[] Upstream { get; }

    public T[] Destination { get; }

    public T[] Gradient { get; }

    public void Forward(T[] logits, T[] destination, int threads = 0, int stride = 0, int inner = 1) =>
        members.Bind<ActivationMembers.Forward<T>>("Values")(logits, destination, Options(threads, stride, inner));

    public void Backward(T[] logits, T[] gradient) =>
        members.Bind<ActivationMembers.Backward<T>>("Backward")(logits, Upstream, gradient, Options());

    public void Both(T[] logits, T[] upstream, T[] destination, T[] gradient) =>
        members.Bind<ActivationMembers.Both<T>>("ValuesAndGradient")(logits, upstream, destination, gradient, Options());

    public void AssertRows(T[] actual)
    {
        for (int start = 0; start < Logits.Length; start += classes)
        {
            double[] row = RowAt(Logits, start);
            Row expected = map.Formula(new Row(row));
            for (int c = 0; c < classes; c++)
                AssertClose(expected[c], actual[start + c], Tolerance.Value<T>(), Math.Max(1, Math.Abs(expected[c])), start, c);
        }
    }

    public void AssertFlowsBack(T[] actual)
    {
        for (int start = 0; start < Logits.Length; start += classes)
        {
            double[] row = RowAt(Logits, start);
            double[] upstream = RowAt(Upstream, start);
            double size = Math.Max(1, upstream.Sum(Math.Abs));
            for (int c = 0; c < classes; c++)
            {
                double expected = Difference.Central(row, c, () => Contraction(row, upstream));
                AssertClose(expected, actual[start + c], Tolerance.Difference<T>(), size, start, c);
            }
        }
    }

    public void AssertSame(T[] expected, T[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i].Equals(actual[i]), $"{this}: {expected[i]} and {actual[i]} at {i}");
    }

    public override string ToString() => FormattableString.Invariant($"{map.Name}, {Logits.Length} numbers in rows of {classes}, seed {seed}");

    private double Contraction(double[] row, double[] upstream)
    {
        Row result = map.Formula(new Row(row));
        return upstream.Select((factor, c) => factor * result[c]).Sum();
    }

    private BatchOptions<T> Options(int threads = 0, int stride = 0, int inner = 1) =>
        new() { Classes = classes, DegreeOfParallelism = threads, RowStride = stride, Inner = inner };

    private void AssertClose(double expected, T actual, double bound, double size, int start, int c) => Tolerance.AssertClose(
        expected, double.CreateTruncating(actual), bound, size, () => FormattableString.Invariant($"{this}, sample {start / classes}, class {c}"));

    private double[] RowAt(T[] numbers, int start) => [.. numbers.Skip(start).Take(classes).Select(double.CreateTruncating)];

    private static T[] Numbers(Random random, int count, double size) =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((float)((random.NextDouble() - 0.5) * 2 * size)))];
}
