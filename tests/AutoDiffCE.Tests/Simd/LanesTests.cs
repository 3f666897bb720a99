using System.Numerics;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <summary>Every member of one register type against the same operation on one number.</summary>
public abstract partial class LanesTests<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly bool Single = typeof(T) == typeof(float);

    private static readonly T[] Numbers = MakeNumbers();

    [Fact]
    public void Count_is_the_width_over_the_size_of_a_lane() =>
        Assert.Equal(V.Count, System.Runtime.CompilerServices.Unsafe.SizeOf<V>() / System.Runtime.CompilerServices.Unsafe.SizeOf<T>());

    [Fact]
    public void Create_rounds_and_fills_every_lane()
    {
        Assert.All(Lanes(V.Create(0.1)), lane => Assert.Equal(T.CreateChecked(0.1), lane));
        Assert.All(Lanes(V.Broadcast(T.Pi)), lane => Assert.Equal(T.Pi, lane));
        Assert.All(Lanes(V.Zero), lane => AssertSame(T.Zero, lane));
        Assert.All(Lanes(V.Create(-0.0)), lane => AssertSame(-T.Zero, lane));
        Assert.Equal(T.Pi, V.First(V.Broadcast(T.Pi)));
    }

    [Fact]
    public void Arithmetic_is_lane_by_lane()
    {
        AssertBinary((left, right) => left + right, (left, right) => left + right);
        AssertBinary((left, right) => left - right, (left, right) => left - right);
        AssertBinary((left, right) => left * right, (left, right) => left * right);
        AssertBinary((left, right) => left / right, (left, right) => left / right);
    }

    [Fact]
    public void Functions_of_one_number_are_lane_by_lane()
    {
        AssertUnary(value => -value, value => -value);
        AssertUnary(V.Sqrt, T.Sqrt);
        AssertUnary(V.Abs, T.Abs);
        AssertUnary(V.Round, value => T.Round(value, MidpointRounding.ToEven));
    }

    [Fact]
    public void Max_and_min_take_the_second_operand_at_NaN_and_at_ties()
    {
        AssertBinary(V.Max, (left, right) => left > right ? left : right);
        AssertBinary(V.Min, (left, right) => left < right ? left : right);
    }

    [Fact]
    public void MultiplyAdd_rounds_once_or_twice()
    {
        foreach (T left in Numbers)
        {
            foreach (T right in Numbers)
            {
                foreach (T addend in Numbers)
                {
                    T actual = V.First(V.MultiplyAdd(V.Broadcast(left), V.Broadcast(right), V.Broadcast(addend)));
                    T fused = T.FusedMultiplyAdd(left, right, addend);
                    Assert.True(actual.Equals(fused) || actual.Equals(left * right + addend), $"{left} * {right} + {addend} = {actual}");
                }
            }
        }
    }

    [Fact]
    public void Comparisons_make_masks_of_all_bits_or_none()
    {
        AssertMask(V.LessThan, (left, right) => left < right);
        AssertMask(V.LessThanOrEqual, (left, right) => left <= right);
        AssertMask(V.Equal, (left, right) => left == right);
        AssertMask(V.NotEqual, (left, right) => left != right);
    }

    [Fact]
    public void Bitwise_operations_take_every_bit()
    {
        AssertBits(V.And, (left, right) => left & right);
        AssertBits(V.Or, (left, right) => left | right);
        AssertBits(V.Xor, (left, right) => left ^ right);
        AssertBits((left, right) => V.Not(left), (left, right) => ~left);
    }

    [Fact]
    public void Select_chooses_by_the_mask_in_each_lane()
    {
        T[] numbers = RandomNumbers(V.Count, out string seed);
        V value = V.Load(ref numbers[0]);
        V mask = V.LessThan(value, V.Create(0.5));
        T[] selected = Lanes(V.Select(mask, V.Create(double.NaN), value));
        for (int lane = 0; lane < V.Count; lane++)
            Assert.True(numbers[lane] < T.CreateChecked(0.5) ? T.IsNaN(selected[lane]) : selected[lane] == numbers[lane], seed);
    }

    [Fact]
    public void Reductions_see_every_lane()
    {
        T[] numbers = new T[V.Count];
        for (int lane = 0; lane < V.Count; lane++)
        {
            Array.Fill(numbers, T.One);
            numbers[lane] = T.CreateChecked(7);
            Assert.Equal(T.CreateChecked(V.Count + 6), V.Sum(V.Load(ref numbers[0])));
            Assert.Equal(T.CreateChecked(7), V.Max(V.Load(ref numbers[0])));
            numbers[lane] = T.CreateChecked(-7);
            Assert.Equal(T.CreateChecked(-7), V.Min(V.Load(ref numbers[0])));
        }
    }

    [Fact]
    public void Functions_give_the_same_bits_in_every_lane()
    {
        Func<V, V>[] functions =
        [
            V.Exp, V.ExpM1, V.Log, V.LogP1, V.Tanh, V.Erf, V.Erfc, V.Exp2, V.Sinh, V.Cosh, V.Asinh, V.Acosh, V.Atanh, V.Sin, V.Cos, V.Tan, V.Asin, V.Acos, V.Atan, V.Cbrt,
            V.NormalPdf, V.NormalCdf, V.LogNormalCdf, V.InverseMills, V.LogGamma, V.Digamma, V.Trigamma, V.Tetragamma,
            x => V.LogBeta(V.Abs(x), V.Create(2.5)), x => V.DigammaGap(V.Create(7), V.Abs(x)),
        ];
        T[] numbers = RandomNumbers(64, out string seed);
        foreach (T number in numbers.Concat(Numbers))
        {
            T[] neighbors = RandomNumbers(V.Count, out _);
            foreach (Func<V, V> function in functions)
            {
                T alone = V.First(function(V.Broadcast(number)));
                for (int lane = 0; lane < V.Count; lane++)
                {
                    T saved = neighbors[lane];
                    neighbors[lane] = number;
                    Assert.True(alone.Equals(Lanes(function(V.Load(ref neighbors[0])))[lane]), $"{number} in lane {lane}, {seed}");
                    neighbors[lane] = saved;
                }
            }
        }
    }
}
