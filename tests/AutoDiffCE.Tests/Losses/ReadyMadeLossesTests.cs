using System.Reflection;
using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Losses;

public class ReadyMadeLossesTests
{
    [Fact]
    public void Every_ready_made_loss_is_among_those_that_are_compared_with_their_formula()
    {
        IEnumerable<string> existing = typeof(CrossEntropyLoss).Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("Formula", BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)?.ReturnType == typeof(double))
            .Select(type => type.Name);
        IEnumerable<string> compared = ReadyMadeLosses.All(3).Select(loss => loss.Loss.GetType().Name).Distinct();

        Assert.Equal(existing.Order(StringComparer.Ordinal), compared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Binary_cross_entropy_of_what_is_no_probability_is_not_a_number_with_the_gradient_of_the_logarithm_that_is_none()
    {
        var loss = new BinaryCrossEntropyLoss();
        foreach (double probability in new[] { -0.5, -1e-300, Math.BitIncrement(1), 1.5 })
        {
            foreach (double target in new[] { 0, 0.4, 1 })
            {
                double[] gradient = [1];
                Assert.Equal(double.NaN, loss.Formula(probability, target));
                Assert.Equal(double.NaN, loss.ValueAndGradient([probability], [target], gradient));
                double expected = probability < 0 ? -target / probability : (1 - target) / (1 - probability);
                Assert.Equal(expected, gradient[0], 1e-14 * Math.Abs(expected));
            }
        }

        Assert.Equal((2 * -Math.Log(0.3)) + Math.Log(0.7), loss.Value([0.3], [2.0]), 1e-14);
    }
}
