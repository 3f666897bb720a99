using System.Reflection;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>What is in one lane is no business of another one.</content>
public abstract partial class LanesTests<V, T>
{
    private static readonly (string Name, Func<V, V> Of)[] functionsOfOne =
    [
        ("Sqrt", V.Sqrt), ("Abs", V.Abs), ("Round", V.Round), ("Exponent", V.Exponent), ("Not", V.Not), ("IndexToNumber", V.IndexToNumber),
        ("Exp", V.Exp), ("ExpM1", V.ExpM1), ("Exp2", V.Exp2), ("Log", V.Log), ("LogP1", V.LogP1), ("Erf", V.Erf), ("Erfc", V.Erfc),
        ("Sinh", V.Sinh), ("Cosh", V.Cosh), ("Tanh", V.Tanh), ("Asinh", V.Asinh), ("Acosh", V.Acosh), ("Atanh", V.Atanh),
        ("Sin", V.Sin), ("Cos", V.Cos), ("Tan", V.Tan), ("Asin", V.Asin), ("Acos", V.Acos), ("Atan", V.Atan),
        ("Cbrt", V.Cbrt), ("Floor", V.Floor), ("Ceiling", V.Ceiling), ("Truncate", V.Truncate),
        ("NormalPdf", V.NormalPdf), ("NormalCdf", V.NormalCdf), ("LogNormalCdf", V.LogNormalCdf), ("InverseMills", V.InverseMills), ("LogGamma", V.LogGamma),
        ("Digamma", V.Digamma), ("Trigamma", V.Trigamma), ("Tetragamma", V.Tetragamma),
    ];

    private static readonly (string Name, Func<V, V, V> Of)[] functionsOfTwo =
    [
        ("Max", V.Max), ("Min", V.Min), ("Hypot", V.Hypot), ("Atan2", V.Atan2), ("Pow", V.Pow), ("LogBeta", V.LogBeta), ("DigammaGap", V.DigammaGap),
    ];

    // NaN in one lane made a register look as if it had no large angle, so that the sine of one beside it was a polynomial far outside of its range.
    [Fact]
    public void A_lane_has_the_same_bits_whatever_is_in_the_others()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        T[] numbers = [.. Numbers, T.CreateChecked(20), T.CreateChecked(-700), T.CreateChecked(1e7), T.CreateChecked(-3e30)];
        for (int round = 0; round < 500; round++)
        {
            T[] left = Drawn(), right = Drawn();
            foreach ((string name, Func<V, V> function) in functionsOfOne)
                AssertLanes(name, lane => function(V.Broadcast(left[lane])), function(V.Load(ref left[0])));
            foreach ((string name, Func<V, V, V> function) in functionsOfTwo)
                AssertLanes(name, lane => function(V.Broadcast(left[lane]), V.Broadcast(right[lane])), function(V.Load(ref left[0]), V.Load(ref right[0])));
        }

        T[] Drawn() => [.. Enumerable.Range(0, V.Count).Select(_ => numbers[random.Next(numbers.Length)])];

        void AssertLanes(string name, Func<int, V> alone, V beside)
        {
            T[] lanes = Lanes(beside);
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                T expected = Lanes(alone(lane))[lane];
                bool isSame = T.IsNaN(expected) ? T.IsNaN(lanes[lane]) : Bits(expected) == Bits(lanes[lane]);
                Assert.True(isSame, $"{name}: {lanes[lane]:R} beside others, {expected:R} alone; seed {seed}");
            }
        }
    }

    // A function that is added to the registers has to be looked at, too.
    [Fact]
    public void The_functions_whose_lanes_are_compared_are_all_there_are()
    {
        IEnumerable<string> Of(int parameters) => typeof(ILanes<,>).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => !method.IsSpecialName && method.ReturnType.Name == "TSelf"
                && method.GetParameters().Length == parameters && method.GetParameters().All(parameter => parameter.ParameterType.Name == "TSelf"))
            .Select(method => method.Name);
        string[] bitwise = ["And", "Or", "Xor", "LessThan", "LessThanOrEqual", "Equal", "NotEqual", "IndexEqual", "IndexLessThan", "Scale", "ScaleByHalves"];
        Assert.Equal(functionsOfOne.Select(function => function.Name).Order(), Of(1).Order());
        Assert.Equal(functionsOfTwo.Select(function => function.Name).Concat(bitwise).Order(), Of(2).Order());
    }
}
