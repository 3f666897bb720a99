using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class VerifierTests
{
    private readonly Notation n = new();

    [Fact]
    public void Well_formed_expressions_pass()
    {
        Verifier.Verify((-n.Log(n.Softmax(n.X)[n.Y])).Node, AxisSet.None);
        Verifier.Verify(n.Softmax(n.X).Node, AxisSet.Of(AxisSet.Row));
        Verifier.Verify(n.Table.Reduce(Operation.Sum, 0, n.X.Node, n.Y.Node), AxisSet.None);
    }

    [Fact]
    public void An_axis_that_nothing_binds_is_refused() => Refuses(n.X.Node, "nothing binds");

    [Fact]
    public void A_wrong_number_of_operands_is_refused()
    {
        Refuses(n.Table.Make(Operation.Add, n.Number(1).Node), "number of operands");
        Refuses(n.Table.Make(Operation.Select, (n.Number(1) < 2).Node, n.Number(1).Node), "number of operands");
        ImmutableArray<Node> two = [n.Number(1).Node, n.Number(2).Node];
        Refuses(n.Table.Make(Operation.Call, two, function: Functions.Exp), "number of operands");
    }

    [Fact]
    public void Truths_and_numbers_do_not_mix()
    {
        Refuses(n.Table.Make(Operation.Not, n.Number(1).Node), "mixes");
        Refuses((n.Number(1) + (n.Number(1) < 2)).Node, "mixes");
        Refuses(n.Where(n.Number(1), n.Number(1), n.Number(2)).Node, "mixes");
    }

    [Fact]
    public void An_index_is_an_integer()
    {
        Refuses(n.Table.Element("x", n.Scalar("z").Node), "not an integer");
        Refuses(n.Table.Reduce(Operation.Sum, 0, n.X.Node, n.Scalar("z").Node), "not an index");
        Refuses(n.Table.Reduce(Operation.Sum, 0, n.X.Node, n.Index.Node), "not an index", AxisSet.Of(0));
    }

    private static void Refuses(Node node, string problem, AxisSet allowed = default)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Verifier.Verify(node, allowed));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }
}
