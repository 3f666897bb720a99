using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>The functions of one number: that results are certified, accurate, and true.</summary>
public sealed class BallFunctionTests
{
    private const int Seed = 7300;

    public static TheoryData<string> Names => Balls.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_coarse_ball_holds_what_a_fine_one_does_and_is_as_narrow_as_its_precision(string name)
    {
        Func<BallArithmetic, Ball, Ball> function = Balls.Functions[name];
        var random = new Random(Seed);
        foreach (int precision in new[] { 64, 128, 200, 333 })
        {
            var coarse = new BallArithmetic(precision);
            var fine = new BallArithmetic(4 * precision + 64);
            for (int i = 0; i < 100; i++)
            {
                double x = Balls.Argument(name, random);
                string what = FormattableString.Invariant($"{name}({x:R}) at {precision}");
                Ball result = function(coarse, Ball.Of(x));
                Ball reference = function(fine, Ball.Of(x));
                Assert.Equal(reference.Kind, result.Kind);
                if (result.IsUnknown) continue;
                Balls.AssertOverlap(reference, result, what);
                if (result.IsFinite && !reference.Mantissa.IsZero) Balls.AssertRelativeRadius(result, precision - 3, what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_function_of_a_ball_holds_the_function_of_its_points(string name)
    {
        Func<BallArithmetic, Ball, Ball> function = Balls.Functions[name];
        var random = new Random(Seed + 1);
        var coarse = new BallArithmetic(96);
        var fine = new BallArithmetic(400);
        for (int i = 0; i < 250; i++)
        {
            double x = Balls.Argument(name, random);
            double radius = Math.Abs(x) * Math.ScaleB(1 + random.NextDouble(), -random.Next(1, 100));
            if (radius == 0 || !double.IsFinite(radius)) continue;
            double share = random.Next(3) switch { 0 => 1, 1 => -1, _ => 2 * random.NextDouble() - 1 };
            Ball point = new BallArithmetic(4096).Add(Ball.Of(x), Ball.Of(radius * share));
            Ball ball = Balls.Around(x, radius);
            Ball result = function(coarse, ball);
            if (!result.IsUnknown) Balls.AssertOverlap(function(fine, point), result, $"{name}({ball})");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_small_radius_stays_small(string name)
    {
        Func<BallArithmetic, Ball, Ball> function = Balls.Functions[name];
        var random = new Random(Seed + 2);
        var arithmetic = new BallArithmetic(192);
        for (int i = 0; i < 100; i++)
        {
            // The conditions of all functions are below 2^8 here, other than those of the logarithm near 1.
            double x = 2 + 10 * random.NextDouble();
            Ball result = function(arithmetic, Balls.Around(x, Math.ScaleB(x, -100)));
            Balls.AssertRelativeRadius(result, 100 - 9, FormattableString.Invariant($"{name}({x:R})"));
        }
    }

    [Theory]
    [MemberData(nameof(KnownValues))]
    public void Known_values_are_met(string name, double x, string expected)
    {
        foreach (int precision in new[] { 64, 256, 1024 })
        {
            Ball result = Balls.Functions[name](new BallArithmetic(precision), Ball.Of(x));
            string what = FormattableString.Invariant($"{name}({x:R})");
            Balls.AssertOverlap(Balls.Parse(expected), result, what);
            Balls.AssertRelativeRadius(result, precision - 3, what);
        }
    }

    [Theory]
    [InlineData("Exp", -700, 700, 2)]
    [InlineData("ExpM1", -30, 30, 4)]
    [InlineData("Log", 1e-9, 1e9, 2)]
    [InlineData("LogP1", -0.999, 10, 4)]
    [InlineData("Sqrt", 1e-9, 1e9, 0)]
    [InlineData("Tanh", -20, 20, 2)]
    [InlineData("Sigmoid", -700, 30, 4)]
    [InlineData("Softplus", -700, 30, 4)]
    [InlineData("LogSigmoid", -30, 700, 4)]
    [InlineData("LogCosh", -30, 30, 4)]
    [InlineData("Erf", -6, 6, 4)]
    [InlineData("Erfc", -6, 26, 8)]
    public void A_function_in_double_is_a_few_units_in_the_last_place_away(string name, double low, double high, int units)
    {
        var random = new Random(Seed + 3);
        var arithmetic = new BallArithmetic(128);
        for (int i = 0; i < 1000; i++)
        {
            double x = low + (high - low) * random.NextDouble();
            Assert.True(Balls.Functions[name](arithmetic, Ball.Of(x)).TryToDouble(out double nearest));
            double other = InDouble(name, x);
            double unit = Math.Max(Math.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest), double.Epsilon);
            Assert.True(Math.Abs(other - nearest) <= units * unit, FormattableString.Invariant($"{name}({x:R}): {nearest:R}, {other:R}"));
        }
    }

    [Fact]
    public void Functions_work_at_the_largest_precision()
    {
        var arithmetic = new BallArithmetic(BallArithmetic.MaxPrecision);
        Ball x = Ball.Of(0.7);
        Ball back = arithmetic.Log(arithmetic.Exp(x));
        Balls.AssertOverlap(back, x, "log exp");
        Balls.AssertRelativeRadius(back, 8180, "log exp");
        Ball size = arithmetic.Tanh(x);
        Ball half = arithmetic.Subtract(arithmetic.Multiply(Ball.Of(2), arithmetic.Sigmoid(Ball.Of(1.4))), Ball.One);
        Balls.AssertOverlap(size, half, "tanh x = 2 sigmoid 2x − 1");
        Ball whole = arithmetic.Add(arithmetic.Erf(x), arithmetic.Erfc(x));
        Balls.AssertOverlap(whole, Ball.One, "erf + erfc");
        Balls.AssertRelativeRadius(whole, 8180, "erf + erfc");
    }

    public static TheoryData<string, double, string> KnownValues => new()
    {
        { "Exp", 1.0, "2.71828182845904523536028747135266249775724709369995957496697" },
        { "Exp", -2.25, "1.05399224561864336783217689240698097268491073377277867148844e-1" },
        { "Exp", 30.0, "1.06864745815244621469904686507414016500244950054730549902229e+13" },
        { "Exp", 9.094947017729282e-13, "1.00000000000090949470177334182822131570172349979208521198833" },
        { "ExpM1", 1.0, "1.71828182845904523536028747135266249775724709369995957496697" },
        { "ExpM1", -2.25, "-8.94600775438135663216782310759301902731508926622722132851156e-1" },
        { "ExpM1", 30.0, "1.06864745815234621469904686507414016500244950054730549902229e+13" },
        { "ExpM1", 9.094947017729282e-13, "9.09494701773341828221315701723499792085211988333002149166553e-13" },
        { "Tanh", 1.0, "7.61594155955764888119458282604793590412768597257936551596811e-1" },
        { "Tanh", -2.25, "-9.78026114738813639922729243006183165864753231171282573574829e-1" },
        { "Tanh", 30.0, "9.99999999999999999999999982486978474606959323022534551874629e-1" },
        { "Tanh", 9.094947017729282e-13, "9.09494701772928237915038811727871824578664966669621699457960e-13" },
        { "Sigmoid", 1.0, "7.31058578630004879251159241821836274365144640165056519276366e-1" },
        { "Sigmoid", -2.25, "9.53494648991094939696147632283365013017043924060348918012292e-2" },
        { "Sigmoid", 30.0, "9.99999999999906423770311607010461604373467150158884242645721e-1" },
        { "Sigmoid", 9.094947017729282e-13, "5.00000000000227373675443232059478759749951741989036166560417e-1" },
        { "Softplus", 1.0, "1.31326168751822283404899549496785564191528008567034837471906" },
        { "Softplus", -2.25, "1.00206558916747211673152826784967298131435400418382604358126e-1" },
        { "Softplus", 30.0, "3.00000000000000935762296883973677937769742467515772161808692e+1" },
        { "Softplus", 9.094947017729282e-13, "6.93147180560400056768118688974710656735209493286338199179757e-1" },
        { "LogSigmoid", 1.0, "-3.13261687518222834048995494967855641915280085670348374719064e-1" },
        { "LogSigmoid", -2.25, "-2.35020655891674721167315282678496729813143540041838260435813" },
        { "LogSigmoid", 30.0, "-9.35762296883973677937769742467515772161808691981931624923952e-14" },
        { "LogSigmoid", 9.094947017729282e-13, "-6.93147180559490562066345760736795617672709493286338199179757e-1" },
        { "LogCosh", 1.0, "4.33780830483027187026494684900127863358832928448103103429461e-1" },
        { "LogCosh", -2.25, "1.56790056428864850690441209725808636535029828054407370778502" },
        { "LogCosh", 30.0, "2.93068528194400546905827678872983341946210202041284775082802e+1" },
        { "LogCosh", 9.094947017729282e-13, "4.13590306276513837435704289016000944816065604452340731225441e-25" },
        { "Erf", 1.0, "8.42700792949714869341220635082609259296066997966302908459938e-1" },
        { "Erf", -2.25, "-9.98537283413318848302089203627017046088483251333448168239134e-1" },
        { "Erf", 30.0, "1.00000000000000000000000000000000000000000000000000000000000" },
        { "Erf", 9.094947017729282e-13, "1.02625487406431836816060112323347156686790891844375743282170e-12" },
        { "Erfc", 1.0, "1.57299207050285130658779364917390740703933002033697091540062e-1" },
        { "Erfc", -2.25, "1.99853728341331884830208920362701704608848325133344816823913" },
        { "Erfc", 30.0, "2.56465620375611160003339727750144714654888972277861705412260e-393" },
        { "Erfc", 9.094947017729282e-13, "9.99999999998973745125935681631839398876766528433132091081556e-1" },
        { "Log", 2.0, "6.93147180559945309417232121458176568075500134360255254120680e-1" },
        { "Log", 10.0, "2.30258509299404568401799145468436420760110148862877297603333" },
        { "Log", 1.0009765625, "9.76085973055458895960824908017186672611834333784536237758598e-4" },
        { "Log", 9.094947017729282e-13, "-2.77258872223978123766892848583270627230200053744102101648272e+1" },
        { "LogP1", 1.0, "6.93147180559945309417232121458176568075500134360255254120680e-1" },
        { "LogP1", -0.75, "-1.38629436111989061883446424291635313615100026872051050824136" },
        { "LogP1", 9.094947017729282e-13, "9.09494701772514647608762799434692470904243110457902306976190e-13" },
        { "Sqrt", 2.0, "1.41421356237309504880168872420969807856967187537694807317668" },
        { "Sqrt", 0.1, "3.16227766016837941976973025885024264167231640974766192075747e-1" },
    };

    private static double InDouble(string name, double x) => name switch
    {
        "Exp" => Math.Exp(x),
        "ExpM1" => ScalarMath.ExpM1(x),
        "Log" => Math.Log(x),
        "LogP1" => ScalarMath.LogP1(x),
        "Sqrt" => Math.Sqrt(x),
        "Tanh" => Math.Tanh(x),
        "Sigmoid" => ScalarMath.Sigmoid(x),
        "Softplus" => ScalarMath.Softplus(x),
        "LogSigmoid" => ScalarMath.LogSigmoid(x),
        "LogCosh" => ScalarMath.LogCosh(x),
        "Erf" => ScalarMath.Erf(x),
        _ => ScalarMath.Erfc(x),
    };
}
