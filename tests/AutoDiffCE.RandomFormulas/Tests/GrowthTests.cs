using AutoDiffCE.RandomFormulas.Growth;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>
/// A value that the next one uses twice doubles whatever walks a formula as a tree: at these sizes, nobody would wait for it. A hang is a failure, being refused
/// is not.
/// </summary>
public class GrowthTests
{
    // Against a hang, not a measurement: each takes a fraction of a second, or seconds where it is refused.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    // How many times the first size of a shape: most begin at 6, and what takes a millisecond there and doubles with each step is a hang at 48.
    private const int Times = 8;

    // What must get a kernel, and at which size.
    public static TheoryData<string, int> Compiled => new()
    {
        { "locals in a chain", 400 },
        { "v = (v + 1) / (v * v + 1)", 24 },
        { "v = Exp(v) / (Exp(v) + y)", 24 },
        { "v = v > y ? v * 2 : v + 1", 24 },
        { "v = v - Log(Sum(Exp(v)))", 24 },
        { "v = v * v + 0.5", 48 },
        { "v = Relu(v) - v", 48 },
        { "v = Where(v < 0, 0, v) * v", 48 },
        { "v = v / (v * y)", 64 },
        { "v = v.With(0, v[1]) * v", 12 },
        { "v = XLogY(v, v * y)", 48 },
        { "v = Sigmoid(v) * v", 48 },
        { "v = v * v * y - v", 48 },
        { "v = Min(v) - v * s", 16 },
        { "v = Exp(v) / Sum(Exp(v)) - v", 16 },
    };

    // How long the text may be at most.
    public static TheoryData<string, int, int> Lengths => new()
    {
        { "log of a sum of exponentials of a number", 32, 50_000 },
        { "if that assigns", 64, 75_000 },
        { "if that returns", 64, 36_000 },
        { "nested Max", 64, 175_000 },
        { "rows v / sum(v)", 16, 190_000 },
        { "conditions on hyper-parameters", 32, 60_000 },
        { "nested ?:", 200, 70_000 },
        { "terms", 1600, 27_000 },
        { "factors", 400, 170_000 },
        { "locals in a chain", 200, 36_000 },
        { "nested logarithms of 1 + v²", 32, 64_000 },
        { "squares", 32, 33_000 },
        { "nested softmax", 8, 155_000 },
        { "nested Where", 64, 80_000 },
        { "sums of rows", 64, 75_000 },
        { "nested clamps", 64, 150_000 },
        { "v = XLogX(v) * v", 12, 70_000 },
        { "v = Clamp(v, -v, v * y)", 24, 155_000 },
    };

    // All that are not as large above: large enough for whatever doubles with each step to be a hang.
    public static TheoryData<string> Shapes =>
    [
        .. GrowthShapes.All.Concat(GrowthShapes.Shared)
            .Where(shape => !Compiled.Concat(Lengths).Any(row => (string)row[0] == shape.Name && (int)row[1] >= Times * shape.First))
            .Select(shape => shape.Name),
    ];

    // One of sixteen in turn; in the long form, all.
    public static TheoryData<string> Readings =>
    [
        .. GrowthShapes.Read.Where((_, index) => index % 16 == 0 || Environment.GetEnvironmentVariable("AUTODIFFCE_EXHAUSTIVE") == "1").Select(shape => shape.Name),
    ];

    [Theory]
    [MemberData(nameof(Compiled))]
    public async Task Formulas_that_use_a_value_twice_again_and_again_get_their_kernel(string shape, int size)
    {
        GeneratorDriverRunResult result = await Generated(shape, size);
        Assert.Empty(result.Diagnostics);
        Assert.DoesNotContain(result.GeneratedTrees, tree => tree.ToString().Contains(" has an error: ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    [MemberData(nameof(Readings))]
    public async Task Whatever_grows_gets_a_kernel_or_is_refused_and_never_hangs(string shape)
    {
        GeneratorDriverRunResult result = await Generated(shape, Times * GrowthShapes.Named(shape).First);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("ADCE016", diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task The_generated_text_of_what_grows_gets_no_longer(string shape, int size, int maxLength)
    {
        GeneratorDriverRunResult result = await Generated(shape, size);
        Assert.Empty(result.Diagnostics);
        Assert.InRange(result.GeneratedTrees.Sum(tree => tree.Length), 1, maxLength);
    }

    private static async Task<GeneratorDriverRunResult> Generated(string shape, int size)
    {
        Task<GeneratorDriverRunResult> generated = Task.Run(() => GrowthWorker.Generate("Grown", GrowthShapes.Named(shape).Body(size)));
        Assert.Same(generated, await Task.WhenAny(generated, Task.Delay(patience)));
        return await generated;
    }
}
