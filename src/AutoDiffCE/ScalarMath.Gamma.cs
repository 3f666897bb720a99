using System;

namespace AutoDiffCE;

/// <content>The logarithm of the gamma function, and its derivatives: the same expansions as in registers, with the same coefficients.</content>
internal static partial class ScalarMath
{
    // From here on the expansions at infinity have all digits.
    private const double FarOfGamma = 4.25;

    // The root of ψ, and what it is more than its double.
    private const double RootOfDigamma = 1.4616321449683622, RestOfRoot = 9.549995429965698e-17;

    // log Γ(2 + d) / d for d from −¾ to ½; relative error 2^-55.6 of the function.
    private static readonly double[] logGammaNearTwo =
    [
        0.42278433509846713, 0.3224670334241132, -0.06735230105319802, 0.02058080842778374, -0.007385551028683199,
        0.0028905103307912895, -0.0011927539112612897, 0.000509669523501982, -0.0002231547693486697, 9.94575269430681e-05,
        -4.492608186772691e-05, 2.0507164503205615e-05, -9.440819500689537e-06, 4.3743394269834665e-06, -2.032300169760437e-06,
        9.618320148255462e-07, -4.6960055173612495e-07, 1.8037128602364897e-07, -7.413363990867929e-08, 1.1931282014968206e-07,
        -1.4271734309999178e-08, -5.2243981018202836e-08, -4.708890240756065e-08,
    ];

    // ψ(x₀ + d) / d for x₀ + d from 1 to 2.25, where x₀ = 1.4616… is the root of ψ; relative error 2^-54.5 of the function.
    private static readonly double[] digammaNearRoot =
    [
        0.9676722454476212, -0.44276316898359197, 0.25849976095565136, -0.16394270544244377, 0.10782405069122972,
        -0.07219956125327447, 0.04880428816328354, -0.033161126599096646, 0.022597648364718028, -0.015424763284784345,
        0.010538787031628714, -0.007204566007255849, 0.004926859951257172, -0.003369590692665178, 0.002304361963468157,
        -0.0015775041936205208, 0.0010831272096362356, -0.0007397491598602025, 0.00049210961719564, -0.00032871600151122496,
        0.0002488361664320062, -0.00020368118489688772, 0.00013491885954954126, -5.52206789909509e-05, 1.003135540540705e-05,
    ];

    // x times what log Γ(x) is above (x − ½) log x − x + ½ log 2π, 1/12 − w/360 + …, from w = 1/x²; relative error 2^-60.0 of the function.
    private static readonly double[] stirlingRest =
    [
        0.08333333333333265, -0.0027777777773833963, 0.000793650721806956, -0.0005952316037305431, 0.0008414011154774037,
        -0.0019050937944984964, 0.006098338366504896, -0.023721710600954724, 0.09380799747528225, -0.3200479955745044,
        0.8180815841840345, -1.3373971178343877, 1.0285265207973553,
    ];

    // x² times what ψ(x) is below log x − 1/(2x), 1/12 − w/120 + …, from w = 1/x²; relative error 2^-63.1 of the function.
    private static readonly double[] digammaRest =
    [
        0.08333333333333284, -0.008333333332907611, 0.003968253838553886, -0.004166646868452429, 0.007573992209116461,
        -0.020993092146142214, 0.0795961419315496, -0.3474198858144611, 1.3188988741844723, -2.8098249150035812,
    ];

    // x³ times what ψ′(x) is above 1/x + 1/(2x²), 1/6 − w/30 + …, from w = 1/x²; relative error 2^-58.6 of the function.
    private static readonly double[] trigammaRest =
    [
        0.16666666666666058, -0.03333333332753826, 0.02380952191988868, -0.03333302824630254, 0.07572903614154351,
        -0.2514316560104803, 1.101065873608591, -5.340622751097514, 21.767504200393155, -48.64554540114519,
    ];

    // x⁴ times what −ψ″(x) is above 1/x² + 1/x³, 1/2 − w/6 + …, from w = 1/x²; relative error 2^-54.5 of the function.
    private static readonly double[] tetragammaRest =
    [
        0.4999999999998908, -0.16666666656099835, 0.16666663179726973, -0.29999431091850476, 0.8327956599406809,
        -3.258433490204737, 16.23285240352703, -86.07377513063085, 370.3885043245706, -854.425448237988,
    ];

    /// <summary>log Γ(x) for positive x, to full relative accuracy near its roots 1 and 2: ∞ at 0, NaN below.</summary>
    public static double LogGamma(double x)
    {
        if (!(x >= 0)) return double.NaN;

        // (x − ½) log x − x + ½ log 2π, so that large terms are one product
        if (x >= FarOfGamma) return (x - 0.5) * (Math.Log(x) - 1) + (0.41893853320467274 + RestOfStirling(x));

        // log Γ(2 + d), with the factors between: n = −2 to 2, and what is taken from x is exact. From 1.25 on nothing has to be taken from it.
        double n = x >= 1.25 && x < 1.5 ? 0 : Math.Round(x - 2);
        double d = x - (n + 2);
        double near = d * Polynomial(logGammaNearTwo, d);
        return n switch
        {
            -2 => near - Math.Log(x * (x + 1)),
            -1 => near - Math.Log(x),
            0 => near,
            1 => near + Math.Log(x - 1),
            _ => near + Math.Log((x - 1) * (x - 2)),
        };
    }

    /// <summary>The derivative of log Γ(x) for positive x, to full relative accuracy near its root: −∞ at 0, NaN below.</summary>
    public static double Digamma(double x)
    {
        if (!(x >= 0)) return double.NaN;
        double inverse = 1 / x;
        if (x >= FarOfGamma) return Math.Log(x) - inverse * (0.5 + inverse * Polynomial(digammaRest, inverse * inverse));
        if (x >= 3.25) return NearRoot(x - 2 - RootOfDigamma) + (1 / (x - 1) + 1 / (x - 2));
        if (x >= 2.25) return NearRoot(x - 1 - RootOfDigamma) + 1 / (x - 1);
        return x >= 1 ? NearRoot(x - RootOfDigamma) : NearRoot(x - (RootOfDigamma - 1)) - 1 / Math.Abs(x);
    }

    /// <summary>The second derivative of log Γ(x) for positive x: ∞ at 0, NaN below.</summary>
    public static double Trigamma(double x)
    {
        if (!(x >= 0)) return double.NaN;
        double sum = 0;
        for (; x < FarOfGamma; x++) sum += 1 / x / x;
        double inverse = 1 / x;
        return sum + (inverse + inverse * inverse * (0.5 + inverse * Polynomial(trigammaRest, inverse * inverse)));
    }

    /// <summary>The third derivative of log Γ(x) for positive x: −∞ at 0, NaN below.</summary>
    public static double Tetragamma(double x)
    {
        if (!(x >= 0)) return double.NaN;
        double sum = 0;
        for (; x < FarOfGamma; x++) sum += 2 / Math.Abs(x) / x / x;
        double inverse = 1 / x;
        double square = inverse * inverse;
        return -(sum + (square + square * inverse * (1 + inverse * Polynomial(tetragammaRest, square))));
    }

    private static double NearRoot(double distance)
    {
        double d = distance - RestOfRoot;
        return d * Polynomial(digammaNearRoot, d);
    }

    // What log Γ(x) is above (x − ½) log x − x + ½ log 2π.
    private static double RestOfStirling(double x) => Polynomial(stirlingRest, 1 / x / x) / x;

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        for (int n = coefficients.Length - 1; n >= 0; n--) sum = coefficients[n] + sum * x;
        return sum;
    }
}
