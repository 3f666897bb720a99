namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>The arithmetic that a formula is evaluated in.</summary>
/// <typeparam name="N">The type itself.</typeparam>
internal interface INumber<N>
    where N : INumber<N>
{
    /// <summary>A number that is given, without an error of its own.</summary>
    /// <param name="value">The number.</param>
    /// <param name="isShared">Whether all samples share it: what is made of shared numbers alone is made in double, whatever the precision.</param>
    static abstract N Of(double value, bool isShared);

    /// <summary>What differs from sample to sample, although each number that it is taken from is shared.</summary>
    static abstract N Unshared(N x);

    /// <summary>A number that was rounded once.</summary>
    static abstract N Rounded(N x);

    static abstract N operator -(N x);

    static abstract N operator +(N x, N y);

    /// <summary>Two parts of what flows back to one place: what they are multiplied with next may be multiplied with each before they are added.</summary>
    static abstract N Joined(N x, N y);

    static abstract N operator *(N x, N y);

    static abstract N operator /(N x, N y);

    /// <summary>A function that rises or falls throughout, by name; or that turns once, where it is flat anyway.</summary>
    static abstract N Monotone(string name, N x);

    /// <summary>Sine or cosine, by name, which are nowhere steeper than 1.</summary>
    static abstract N Wave(string name, N x);

    /// <summary>A whole number beside a number, by the name of the function; which one is not open.</summary>
    static abstract N Step(string name, N x);

    /// <summary>The angle of (x, y).</summary>
    static abstract N Angle(N y, N x);

    /// <summary>The logarithm of the beta function, or its derivative by x, by name: both rise or fall in either number.</summary>
    static abstract N Beta(string name, N x, N y);

    /// <summary>x^p.</summary>
    static abstract N Power(N x, N p);

    /// <summary>√Σx².</summary>
    static abstract N Norm(ReadOnlySpan<N> row);

    /// <summary>Σ, in whatever order.</summary>
    static abstract N Sum(ReadOnlySpan<N> terms);

    /// <summary>The larger of two, which may be either where the errors overlap.</summary>
    static abstract N Larger(N x, N y);

    static abstract bool operator <(N x, N y);

    static abstract bool operator >(N x, N y);

    static abstract bool IsEqual(N x, N y);

    /// <summary>Whether the errors of two numbers leave open which one is larger.</summary>
    static abstract bool IsOpen(N x, N y);

    /// <summary>Exactly zero, and known to be.</summary>
    bool IsZero { get; }

    /// <summary>Infinite by a pole, or as an input is: not because it is beyond the largest number.</summary>
    bool IsInfinite { get; }

    /// <summary>NaN or without a bound for its error.</summary>
    bool IsUnknown { get; }

    double ToDouble();
}
