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
}
