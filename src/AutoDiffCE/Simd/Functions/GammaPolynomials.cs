using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>What the gamma function and its derivatives are made of.</summary>
/// <remarks>
/// Near its roots a function is the distance from the root times a polynomial; from 4.25 on it is the first terms of its expansion at infinity and what these leave
/// (the logarithm of the gamma function from 2.5 on, where what is left of a difference is asked for).
/// The polynomials minimize the largest relative error of the function (Remez exchange in 60 digits, coefficients rounded).
/// </remarks>
internal static class GammaPolynomials
{
    /// <summary>Where the expansions at infinity begin.</summary>
    public const double Far = 4.25;

    /// <summary>log Γ(2 + d) / d for d from −¾ to ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogGammaNearTwo<V, T>(V d)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-25.6 of the function with the rounded coefficients.
            V q = V.MultiplyAdd(V.Create(-0.0001318467), d, V.Create(6.600052e-05));
            q = V.MultiplyAdd(q, d, V.Create(-0.00017763991));
            q = V.MultiplyAdd(q, d, V.Create(0.0005343142));
            q = V.MultiplyAdd(q, d, V.Create(-0.001200896));
            q = V.MultiplyAdd(q, d, V.Create(0.0028853135));
            q = V.MultiplyAdd(q, d, V.Create(-0.007385002));
            q = V.MultiplyAdd(q, d, V.Create(0.020581199));
            q = V.MultiplyAdd(q, d, V.Create(-0.067352295));
            q = V.MultiplyAdd(q, d, V.Create(0.32246703));
            return V.MultiplyAdd(q, d, V.Create(0.42278433));
        }

        // Relative error 2^-55.6 of the function with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-4.708890240756065e-08), d, V.Create(-5.2243981018202836e-08));
        p = V.MultiplyAdd(p, d, V.Create(-1.4271734309999178e-08));
        p = V.MultiplyAdd(p, d, V.Create(1.1931282014968206e-07));
        p = V.MultiplyAdd(p, d, V.Create(-7.413363990867929e-08));
        p = V.MultiplyAdd(p, d, V.Create(1.8037128602364897e-07));
        p = V.MultiplyAdd(p, d, V.Create(-4.6960055173612495e-07));
        p = V.MultiplyAdd(p, d, V.Create(9.618320148255462e-07));
        p = V.MultiplyAdd(p, d, V.Create(-2.032300169760437e-06));
        p = V.MultiplyAdd(p, d, V.Create(4.3743394269834665e-06));
        p = V.MultiplyAdd(p, d, V.Create(-9.440819500689537e-06));
        p = V.MultiplyAdd(p, d, V.Create(2.0507164503205615e-05));
        p = V.MultiplyAdd(p, d, V.Create(-4.492608186772691e-05));
        p = V.MultiplyAdd(p, d, V.Create(9.94575269430681e-05));
        p = V.MultiplyAdd(p, d, V.Create(-0.0002231547693486697));
        p = V.MultiplyAdd(p, d, V.Create(0.000509669523501982));
        p = V.MultiplyAdd(p, d, V.Create(-0.0011927539112612897));
        p = V.MultiplyAdd(p, d, V.Create(0.0028905103307912895));
        p = V.MultiplyAdd(p, d, V.Create(-0.007385551028683199));
        p = V.MultiplyAdd(p, d, V.Create(0.02058080842778374));
        p = V.MultiplyAdd(p, d, V.Create(-0.06735230105319802));
        p = V.MultiplyAdd(p, d, V.Create(0.3224670334241132));
        return V.MultiplyAdd(p, d, V.Create(0.42278433509846713));
    }

    /// <summary>ψ(x₀ + d) / d for x₀ + d from 1 to 2.25, where x₀ = 1.4616… is the root of ψ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DigammaNearRoot<V, T>(V d)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-25.7 of the function with the rounded coefficients.
            V q = V.MultiplyAdd(V.Create(0.002125975), d, V.Create(-0.0075371484));
            q = V.MultiplyAdd(q, d, V.Create(0.012579044));
            q = V.MultiplyAdd(q, d, V.Create(-0.016154323));
            q = V.MultiplyAdd(q, d, V.Create(0.022185752));
            q = V.MultiplyAdd(q, d, V.Create(-0.032921713));
            q = V.MultiplyAdd(q, d, V.Create(0.048833888));
            q = V.MultiplyAdd(q, d, V.Create(-0.07222759));
            q = V.MultiplyAdd(q, d, V.Create(0.107823685));
            q = V.MultiplyAdd(q, d, V.Create(-0.16394141));
            q = V.MultiplyAdd(q, d, V.Create(0.25849977));
            q = V.MultiplyAdd(q, d, V.Create(-0.44276318));
            return V.MultiplyAdd(q, d, V.Create(0.9676722));
        }

        // Relative error 2^-54.5 of the function with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(1.003135540540705e-05), d, V.Create(-5.52206789909509e-05));
        p = V.MultiplyAdd(p, d, V.Create(0.00013491885954954126));
        p = V.MultiplyAdd(p, d, V.Create(-0.00020368118489688772));
        p = V.MultiplyAdd(p, d, V.Create(0.0002488361664320062));
        p = V.MultiplyAdd(p, d, V.Create(-0.00032871600151122496));
        p = V.MultiplyAdd(p, d, V.Create(0.00049210961719564));
        p = V.MultiplyAdd(p, d, V.Create(-0.0007397491598602025));
        p = V.MultiplyAdd(p, d, V.Create(0.0010831272096362356));
        p = V.MultiplyAdd(p, d, V.Create(-0.0015775041936205208));
        p = V.MultiplyAdd(p, d, V.Create(0.002304361963468157));
        p = V.MultiplyAdd(p, d, V.Create(-0.003369590692665178));
        p = V.MultiplyAdd(p, d, V.Create(0.004926859951257172));
        p = V.MultiplyAdd(p, d, V.Create(-0.007204566007255849));
        p = V.MultiplyAdd(p, d, V.Create(0.010538787031628714));
        p = V.MultiplyAdd(p, d, V.Create(-0.015424763284784345));
        p = V.MultiplyAdd(p, d, V.Create(0.022597648364718028));
        p = V.MultiplyAdd(p, d, V.Create(-0.033161126599096646));
        p = V.MultiplyAdd(p, d, V.Create(0.04880428816328354));
        p = V.MultiplyAdd(p, d, V.Create(-0.07219956125327447));
        p = V.MultiplyAdd(p, d, V.Create(0.10782405069122972));
        p = V.MultiplyAdd(p, d, V.Create(-0.16394270544244377));
        p = V.MultiplyAdd(p, d, V.Create(0.25849976095565136));
        p = V.MultiplyAdd(p, d, V.Create(-0.44276316898359197));
        return V.MultiplyAdd(p, d, V.Create(0.9676722454476212));
    }

    /// <summary>x times what log Γ(x) is above (x − ½) log x − x + ½ log 2π, 1/12 − w/360 + …, from w = 1/x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V StirlingRest<V, T>(V w)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-30.9 of the function with the rounded coefficients.
            V q = V.MultiplyAdd(V.Create(-0.00037071342), w, V.Create(0.0007649652));
            q = V.MultiplyAdd(q, w, V.Create(-0.0027761224));
            return V.MultiplyAdd(q, w, V.Create(0.0833333));
        }

        // Relative error 2^-60.0 of the function with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(1.0285265207973553), w, V.Create(-1.3373971178343877));
        p = V.MultiplyAdd(p, w, V.Create(0.8180815841840345));
        p = V.MultiplyAdd(p, w, V.Create(-0.3200479955745044));
        p = V.MultiplyAdd(p, w, V.Create(0.09380799747528225));
        p = V.MultiplyAdd(p, w, V.Create(-0.023721710600954724));
        p = V.MultiplyAdd(p, w, V.Create(0.006098338366504896));
        p = V.MultiplyAdd(p, w, V.Create(-0.0019050937944984964));
        p = V.MultiplyAdd(p, w, V.Create(0.0008414011154774037));
        p = V.MultiplyAdd(p, w, V.Create(-0.0005952316037305431));
        p = V.MultiplyAdd(p, w, V.Create(0.000793650721806956));
        p = V.MultiplyAdd(p, w, V.Create(-0.0027777777773833963));
        return V.MultiplyAdd(p, w, V.Create(0.08333333333333265));
    }

    /// <summary>x² times what ψ(x) is below log x − 1/(2x), 1/12 − w/120 + …, from w = 1/x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DigammaRest<V, T>(V w)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-37.2 of the function with the rounded coefficients.
            V q = V.MultiplyAdd(V.Create(-0.0033216167), w, V.Create(0.003930287));
            q = V.MultiplyAdd(q, w, V.Create(-0.008332609));
            return V.MultiplyAdd(q, w, V.Create(0.08333333));
        }

        // Relative error 2^-63.1 of the function with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-2.8098249150035812), w, V.Create(1.3188988741844723));
        p = V.MultiplyAdd(p, w, V.Create(-0.3474198858144611));
        p = V.MultiplyAdd(p, w, V.Create(0.0795961419315496));
        p = V.MultiplyAdd(p, w, V.Create(-0.020993092146142214));
        p = V.MultiplyAdd(p, w, V.Create(0.007573992209116461));
        p = V.MultiplyAdd(p, w, V.Create(-0.004166646868452429));
        p = V.MultiplyAdd(p, w, V.Create(0.003968253838553886));
        p = V.MultiplyAdd(p, w, V.Create(-0.008333333332907611));
        return V.MultiplyAdd(p, w, V.Create(0.08333333333333284));
    }

    /// <summary>x³ times what ψ′(x) is above 1/x + 1/(2x²), 1/6 − w/30 + …, from w = 1/x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TrigammaRest<V, T>(V w)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-33.0 of the function with the rounded coefficients.
            V q = V.MultiplyAdd(V.Create(-0.025473861), w, V.Create(0.023478456));
            q = V.MultiplyAdd(q, w, V.Create(-0.033327747));
            return V.MultiplyAdd(q, w, V.Create(0.16666664));
        }

        // Relative error 2^-58.6 of the function with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-48.64554540114519), w, V.Create(21.767504200393155));
        p = V.MultiplyAdd(p, w, V.Create(-5.340622751097514));
        p = V.MultiplyAdd(p, w, V.Create(1.101065873608591));
        p = V.MultiplyAdd(p, w, V.Create(-0.2514316560104803));
        p = V.MultiplyAdd(p, w, V.Create(0.07572903614154351));
        p = V.MultiplyAdd(p, w, V.Create(-0.03333302824630254));
        p = V.MultiplyAdd(p, w, V.Create(0.02380952191988868));
        p = V.MultiplyAdd(p, w, V.Create(-0.03333333332753826));
        return V.MultiplyAdd(p, w, V.Create(0.16666666666666058));
    }

    /// <summary>x⁴ times what −ψ″(x) is above 1/x² + 1/x³, 1/2 − w/6 + …, from w = 1/x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TetragammaRest<V, T>(V w)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-30.7 of the function with the rounded coefficients.
            V q = V.MultiplyAdd(V.Create(-0.2173345), w, V.Create(0.16325846));
            q = V.MultiplyAdd(q, w, V.Create(-0.166609));
            return V.MultiplyAdd(q, w, V.Create(0.4999997));
        }

        // Relative error 2^-54.5 of the function with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-854.425448237988), w, V.Create(370.3885043245706));
        p = V.MultiplyAdd(p, w, V.Create(-86.07377513063085));
        p = V.MultiplyAdd(p, w, V.Create(16.23285240352703));
        p = V.MultiplyAdd(p, w, V.Create(-3.258433490204737));
        p = V.MultiplyAdd(p, w, V.Create(0.8327956599406809));
        p = V.MultiplyAdd(p, w, V.Create(-0.29999431091850476));
        p = V.MultiplyAdd(p, w, V.Create(0.16666663179726973));
        p = V.MultiplyAdd(p, w, V.Create(-0.16666666656099835));
        return V.MultiplyAdd(p, w, V.Create(0.4999999999998908));
    }
}
