using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

public class LimitsTests
{
    private readonly Notation n = new();

    private Expression Z => n.Scalar("z");

    [Fact]
    public void Sums_follow_the_terms_that_grow()
    {
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, Z + 3);
        Tends(Limit.PlusInfinity, Limit.MinusInfinity, n.Scalar("t") - Z);
        Tends(Limit.Bounded, Limit.Bounded, n.Scalar("t") + 1);
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, Z + n.LogSumExp(n.X));
        Tends(Limit.Unknown, Limit.PlusInfinity, Z + n.Abs(Z));
    }

    [Fact]
    public void Products_have_a_sign_where_every_factor_has_one()
    {
        Tends(Limit.PlusInfinity, Limit.PlusInfinity, Z * Z);
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, Z * Z * Z);
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, 2 * Z);
        Tends(Limit.Infinite, Limit.Infinite, (n.Scalar("t") - 1) * Z);
        Tends(Limit.PlusInfinity, Limit.PlusInfinity, n.Abs(n.HyperParameter("q") * Z));
    }

    [Fact]
    public void What_vanishes_exponentially_vanishes_beside_what_grows_like_a_power()
    {
        Tends(Limit.Vanishing, Limit.Unknown, n.Exp(Z));
        Tends(Limit.Vanishing, Limit.Bounded, n.Sigmoid(Z));
        Tends(Limit.Vanishing, Limit.PlusInfinity, n.Softplus(Z));
        Tends(Limit.Vanishing, Limit.Vanishing, n.Exp(-(Z * Z)) * Z * Z);
        Tends(Limit.Vanishing, Limit.PlusInfinity, n.LogP1(n.Softplus(Z)));
        Tends(Limit.MinusInfinity, Limit.Bounded, n.Log(n.Sigmoid(Z)));
    }

    [Fact]
    public void What_outgrows_every_power_is_not_known()
    {
        Tends(Limit.Unknown, Limit.Unknown, n.Exp(-Z) * n.Exp(Z));
        Tends(Limit.Unknown, Limit.Unknown, n.Exp((n.HyperParameter("q") - 1) * Z));
        Tends(Limit.Unknown, Limit.Unknown, n.Exp(Z * Z));
    }

    [Fact]
    public void Quotients_are_known_over_what_is_bounded()
    {
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, Z / n.Exp(n.Scalar("t")));
        Tends(Limit.Infinite, Limit.Infinite, Z / (n.Scalar("t") - 1));
        Tends(Limit.Bounded, Limit.Bounded, 1 / Z);
        Tends(Limit.Unknown, Limit.Unknown, Z / (1 + Z));
        Tends(Limit.Unknown, Limit.Bounded, 1 / n.Sigmoid(Z));
    }

    [Fact]
    public void A_temperature_counts_as_positive()
    {
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, n.HyperParameter("q") * Z);
        Tends(Limit.Vanishing, Limit.Unknown, n.Exp(Z / n.Scalar("t")));
    }

    [Fact]
    public void Selections_tend_to_what_moves_on_either_side()
    {
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, n.Where(n.Scalar("t") > 0, Z, 2 * Z));
        Tends(Limit.Vanishing, Limit.Vanishing, n.Where(n.Scalar("t") > 0, n.Sigmoid(Z), n.Sigmoid(-Z)));
        Tends(Limit.Infinite, Limit.Infinite, n.Where(n.Scalar("t") > 0, Z, -Z));
        Tends(Limit.MinusInfinity, Limit.PlusInfinity, n.Where(n.Scalar("t") > 0, Z, n.Number(0)));
        Tends(Limit.Unknown, Limit.Unknown, n.Where(n.Scalar("t") > 0, n.Exp(Z), Z));
    }

    private void Tends(Limit below, Limit above, Expression expression)
    {
        Node node = n.NodeAlgebra.Canonical(expression.Node);
        Assert.Equal((below, above), (Of(node, Limit.MinusInfinity), Of(node, Limit.PlusInfinity)));
    }

    private Limit Of(Node node, Limit direction) => new Limits(n.NodeAlgebra.Ranges, Z.Node, direction).Of(node);
}
