using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class NodeTests
{
    private readonly Notation n = new();

    [Fact]
    public void Equal_expressions_are_one_node()
    {
        Assert.Same(n.Log(n.Exp(n.X) + 1).Node, n.Log(n.Exp(n.X) + 1).Node);
        Assert.NotSame((n.X + 1).Node, (1 + n.X).Node);
        Assert.NotSame(n.Number(0).Node, n.Number(-0.0).Node);
        Assert.Same(n.Number(double.NaN).Node, n.Number(double.NaN).Node);
        Assert.NotSame(n.Scalar("a").Node, n.HyperParameter("a").Node);
    }

    [Fact]
    public void Raw_nodes_stay_as_written()
    {
        Assert.Equal(Operation.Add, (n.X - n.X).Node.Operation);
        Assert.Equal(Operation.Multiply, (1 * n.X).Node.Operation);
    }

    [Fact]
    public void Axes_are_those_that_the_value_varies_along()
    {
        Assert.Equal(AxisSet.None, n.Scalar("z").Node.Axes);
        Assert.Equal(AxisSet.Of(0), n.X.Node.Axes);
        Assert.Equal(AxisSet.None, n.X[n.Y].Node.Axes);
        Assert.Equal(AxisSet.None, n.Sum(n.X).Node.Axes);
        Node second = n.Table.Element("x", n.Table.Index(1));
        Node pair = n.Table.Make(Operation.Add, n.X.Node, second);
        Assert.Equal(AxisSet.Of(0) | AxisSet.Of(1), pair.Axes);
        Assert.Equal(AxisSet.Of(1), n.Table.Reduce(Operation.Sum, 0, pair).Axes);
        // without the index i of another axis, the sum varies along i
        Assert.Equal(AxisSet.Of(1), n.Table.Reduce(Operation.Sum, 0, n.X.Node, n.Table.Index(1)).Axes);
    }

    [Fact]
    public void What_samples_share_is_known()
    {
        Assert.True((n.HyperParameter("q") * n.Length / 3).Node.IsShared);
        Assert.True(n.Sum(n.SharedRow("v")).Node.IsShared);
        Assert.False((n.HyperParameter("q") * n.Scalar("z")).Node.IsShared);
        Assert.False(n.SharedRow("v")[n.Y].Node.IsShared);
    }

    [Fact]
    public void Sets_of_axes_count_list_and_subtract()
    {
        AxisSet set = AxisSet.Of(0) | AxisSet.Of(2);
        Assert.Equal(2, set.Count);
        Assert.Equal([0, 2], set.Members());
        Assert.Equal(1, set.FirstFree());
        Assert.True(set.Contains(2));
        Assert.False(set.Contains(1));
        Assert.True(set.ContainsAll(AxisSet.Of(2)));
        Assert.False(AxisSet.Of(2).ContainsAll(set));
        Assert.Equal(AxisSet.Of(2), set - AxisSet.Of(0));
        Assert.True(AxisSet.None.IsEmpty);
    }
}
