using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Activations;

/// <summary>A formula that gives a row, and what its members are compared with: the formula, called as the C# that it is.</summary>
internal sealed record RowMap(string Name, Loss Loss, Func<Row, Row> Formula)
{
    public static IEnumerable<RowMap> All()
    {
        var softmax = new SoftmaxActivation();
        var logSoftmax = new LogSoftmaxActivation();
        var tempered = new TemperedSoftmax(1.75);
        return
        [
            new("softmax", softmax, softmax.Formula),
            new("log-softmax", logSoftmax, logSoftmax.Formula),
            new("softmax with a temperature", tempered, tempered.Formula),
        ];
    }

    public static RowMap ByName(string name) => All().First(map => map.Name == name);
}
