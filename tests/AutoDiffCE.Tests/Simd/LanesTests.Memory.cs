using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>Loads, stores and class indices.</content>
public abstract partial class LanesTests<V, T>
{
    [Fact]
    public void Load_and_store_keep_the_order_of_lanes()
    {
        T[] source = RandomNumbers(V.Count + 2, out string seed);
        T[] destination = new T[V.Count + 2];
        V.Store(V.Load(ref source[1]), ref destination[1]);
        for (int i = 0; i < V.Count; i++) Assert.True(source[i + 1] == destination[i + 1], seed);
        Assert.Equal(T.Zero, destination[0]);
        Assert.Equal(T.Zero, destination[^1]);
    }

    [Fact]
    public void Partial_loads_read_the_first_lanes_and_nothing_beyond()
    {
        for (int count = 0; count <= V.Count; count++)
        {
            using var memory = new GuardedMemory<T>(count);
            for (int i = 0; i < count; i++) memory[i] = T.CreateChecked(i + 1);
            T[] lanes = Lanes(V.LoadPartial(ref memory[0], count));
            for (int lane = 0; lane < V.Count; lane++) Assert.Equal(lane < count ? T.CreateChecked(lane + 1) : T.Zero, lanes[lane]);
        }
    }

    [Fact]
    public void Partial_stores_write_the_first_lanes_and_nothing_beyond()
    {
        T[] numbers = Enumerable.Range(1, V.Count).Select(i => T.CreateChecked(i)).ToArray();
        for (int count = 0; count <= V.Count; count++)
        {
            using var memory = new GuardedMemory<T>(count);
            V.StorePartial(V.Load(ref numbers[0]), ref memory[0], count);
            for (int i = 0; i < count; i++) Assert.Equal(numbers[i], memory[i]);

            T[] destination = new T[V.Count];
            V.StorePartial(V.Load(ref numbers[0]), ref destination[0], count);
            for (int i = 0; i < V.Count; i++) Assert.Equal(i < count ? numbers[i] : T.Zero, destination[i]);
        }
    }

    [Fact]
    public void Doubles_are_read_rounded()
    {
        double[] source = Enumerable.Range(0, V.Count).Select(i => 0.1 + i).ToArray();
        Assert.Equal(source.Select(T.CreateChecked), Lanes(V.LoadDoubles(ref source[0])));
        for (int count = 0; count <= V.Count; count++)
        {
            using var memory = new GuardedMemory<double>(count);
            for (int i = 0; i < count; i++) memory[i] = source[i];
            T[] lanes = Lanes(V.LoadDoublesPartial(ref memory[0], count));
            for (int lane = 0; lane < V.Count; lane++) Assert.Equal(lane < count ? T.CreateChecked(source[lane]) : T.Zero, lanes[lane]);
        }
    }

    [Fact]
    public void Integers_are_read_as_numbers()
    {
        int[] source = Enumerable.Range(0, V.Count).Select(i => (i - 3) * 1_000_003).ToArray();
        Assert.Equal(source.Select(T.CreateChecked), Lanes(V.LoadIntegers(ref source[0])));
    }

    [Fact]
    public void Indices_are_exact_and_compare_as_signed_integers()
    {
        // The three largest differ only beyond the precision of float.
        int[] indices = [0, 1, -1, -100, 7, int.MinValue, int.MaxValue, int.MaxValue - 1, 16_777_217, 16_777_216];
        foreach (int left in indices)
        {
            foreach (int right in indices)
            {
                AssertMaskLanes(left == right, V.IndexEqual(V.CreateIndex(left), V.CreateIndex(right)));
                AssertMaskLanes(left < right, V.IndexLessThan(V.CreateIndex(left), V.CreateIndex(right)));
            }

            Assert.All(Lanes(V.IndexToNumber(V.CreateIndex(left))), lane => Assert.Equal(T.CreateChecked(left), lane));
        }
    }

    [Fact]
    public void Indices_count_up_and_are_read_in_order()
    {
        int[] source = Enumerable.Range(0, V.Count).Select(i => 100 - 17 * i).ToArray();
        Assert.Equal(source.Select(T.CreateChecked), Lanes(V.IndexToNumber(V.LoadIndices(ref source[0]))));
        int[] counting = Enumerable.Range(-2, V.Count).ToArray();
        Assert.Equal(counting.Select(T.CreateChecked), Lanes(V.IndexToNumber(V.CreateIndices(-2))));
        AssertMaskLanes(true, V.IndexEqual(V.LoadIndices(ref counting[0]), V.CreateIndices(-2)));
    }
}
