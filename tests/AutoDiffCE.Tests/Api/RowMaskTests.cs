namespace AutoDiffCE.Tests.Api;

public class RowMaskTests
{
    private static readonly RowMask Left = new([true, true, false, false]);
    private static readonly RowMask Right = new([true, false, true, false]);

    [Fact]
    public void Logic_is_class_by_class()
    {
        AssertMask([true, false, false, false], Left & Right);
        AssertMask([true, true, true, false], Left | Right);
        AssertMask([false, true, true, false], Left ^ Right);
        AssertMask([false, false, true, true], !Left);
    }

    [Fact]
    public void Is_indexed_from_both_ends_and_enumerated_in_order()
    {
        var seen = new List<bool>();
        foreach (bool flag in Right) seen.Add(flag);

        Assert.Equal([true, false, true, false], seen);
        Assert.Equal(4, Right.Length);
        Assert.False(Right[1]);
        Assert.True(Right[^2]);
        Assert.Throws<IndexOutOfRangeException>(() => Right[4]);
    }

    [Fact]
    public void Default_is_the_empty_mask()
    {
        RowMask mask = default;

        Assert.Equal(0, mask.Length);
        Assert.Equal(0, (!mask).Length);
        Assert.Equal("[]", mask.ToString());
    }

    [Fact]
    public void Masks_of_different_lengths_are_refused_with_both_lengths()
    {
        var one = new RowMask([true]);

        foreach (Action meeting in new Action[] { () => _ = Left & one, () => _ = Left | one, () => _ = Left ^ one })
        {
            string message = Assert.Throws<ArgumentException>(meeting).Message;
            Assert.Contains("4", message, StringComparison.Ordinal);
            Assert.Contains("1", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_shows_the_flags() => Assert.Equal("[True, False]", new RowMask([true, false]).ToString());

    private static void AssertMask(bool[] expected, RowMask actual) => Assert.Equal(expected, actual.AsSpan().ToArray());
}
