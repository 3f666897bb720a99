using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Api;

public class LossMathWhereTests
{
    private static readonly Row Then = [1, 2];
    private static readonly Row Otherwise = [-1, -2];

    [Fact]
    public void A_condition_chooses_the_whole_value()
    {
        Assert.Equal(1, Where(true, 1, 2));
        Assert.Equal(2, Where(false, 1, 2));
        Assert.Equal(Then, Where(true, Then, Otherwise));
        Assert.Equal(Otherwise, Where(false, Then, Otherwise));
        Assert.Equal(Then, Where(true, Then, 7));
        Assert.Equal<Row>([7, 7], Where(false, Then, 7));
        Assert.Equal<Row>([7, 7], Where(true, 7, Otherwise));
        Assert.Equal(Otherwise, Where(false, 7, Otherwise));
    }

    [Fact]
    public void A_mask_chooses_class_by_class()
    {
        RowMask mask = Then > 1;

        Assert.Equal<Row>([-1, 2], Where(mask, Then, Otherwise));
        Assert.Equal<Row>([7, 2], Where(mask, Then, 7));
        Assert.Equal<Row>([-1, 7], Where(mask, 7, Otherwise));
        Assert.Equal<Row>([0, 1], Where(mask, 1, 0));
    }

    [Fact]
    public void Different_lengths_are_refused()
    {
        RowMask mask = Then > 1;
        Row three = [1, 2, 3];

        Assert.Throws<ArgumentException>(() => Where(true, Then, three));
        Assert.Throws<ArgumentException>(() => Where(mask, three, Then));
        Assert.Throws<ArgumentException>(() => Where(mask, Then, three));
        Assert.Throws<ArgumentException>(() => Where(mask, three, 0));
        Assert.Throws<ArgumentException>(() => Where(mask, 0, three));
    }
}
