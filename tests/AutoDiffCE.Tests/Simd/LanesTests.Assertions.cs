using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>What the tests are written in.</content>
public abstract partial class LanesTests<V, T>
{
    private static T[] MakeNumbers() =>
    [
        T.Zero, -T.Zero, T.One, -T.One, T.CreateChecked(0.5), T.CreateChecked(1.5), T.CreateChecked(2.5), T.CreateChecked(-2.5), T.Pi,
        T.Epsilon, -T.Epsilon, T.MaxValue, T.MinValue, T.PositiveInfinity, T.NegativeInfinity, T.NaN, T.CreateChecked(1e-30), T.CreateChecked(-1e30),
    ];

    // Between 1/2 and 2, of either sign.
    private static T[] RandomNumbers(int count, out string seed)
    {
        int number = Environment.TickCount;
        var random = new Random(number);
        seed = $"seed {number}";
        return Enumerable.Range(0, count).Select(_ => T.CreateChecked(Math.Pow(4, random.NextDouble() - 0.5) * (1 - 2 * random.Next(2)))).ToArray();
    }

    private static T[] Lanes(V value)
    {
        T[] lanes = new T[V.Count];
        V.Store(value, ref lanes[0]);
        return lanes;
    }

    private static ulong Bits(T value) => Single
        ? BitConverter.SingleToUInt32Bits(float.CreateChecked(value))
        : BitConverter.DoubleToUInt64Bits(double.CreateChecked(value));

    private static ulong AllBits => Single ? uint.MaxValue : ulong.MaxValue;

    // Equal, with equal signs; any NaN is as good as any other.
    private static void AssertSame(T expected, T actual) =>
        Assert.True(T.IsNaN(expected) ? T.IsNaN(actual) : Bits(expected) == Bits(actual), $"expected {expected:R}, actual {actual:R}");

    private static void AssertUnary(Func<V, V> operation, Func<T, T> reference)
    {
        foreach (T number in Numbers)
            Assert.All(Lanes(operation(V.Broadcast(number))), lane => AssertSame(reference(number), lane));
    }

    private static void AssertBinary(Func<V, V, V> operation, Func<T, T, T> reference)
    {
        T[] shifted = new T[V.Count];
        foreach (T left in Numbers)
        {
            // Every lane has another right operand.
            for (int first = 0; first < Numbers.Length; first++)
            {
                for (int lane = 0; lane < V.Count; lane++) shifted[lane] = Numbers[(first + lane) % Numbers.Length];
                T[] actual = Lanes(operation(V.Broadcast(left), V.Load(ref shifted[0])));
                for (int lane = 0; lane < V.Count; lane++) AssertSame(reference(left, shifted[lane]), actual[lane]);
            }
        }
    }

    private static void AssertMask(Func<V, V, V> comparison, Func<T, T, bool> reference)
    {
        foreach (T left in Numbers)
        {
            foreach (T right in Numbers) AssertMaskLanes(reference(left, right), comparison(V.Broadcast(left), V.Broadcast(right)));
        }
    }

    private static void AssertMaskLanes(bool expected, V mask) =>
        Assert.All(Lanes(mask), lane => Assert.Equal(expected ? AllBits : 0, Bits(lane)));

    private static void AssertBits(Func<V, V, V> operation, Func<ulong, ulong, ulong> reference)
    {
        foreach (T left in Numbers)
        {
            foreach (T right in Numbers)
            {
                ulong expected = reference(Bits(left), Bits(right)) & AllBits;
                Assert.All(Lanes(operation(V.Broadcast(left), V.Broadcast(right))), lane => Assert.Equal(expected, Bits(lane)));
            }
        }
    }
}
