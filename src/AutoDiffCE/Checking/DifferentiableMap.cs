using System.Numerics;

namespace AutoDiffCE.Checking;

/// <summary>A map from rows to rows and what flows back through it: an activation, or a layer written by hand.</summary>
/// <typeparam name="T">float or double: the precision in which it is computed.</typeparam>
/// <remarks>
/// Of an activation, its members: <c>new DifferentiableMap&lt;double&gt;(softmax.Values, softmax.Backward, softmax.ValuesAndGradient)</c>.
/// </remarks>
public sealed class DifferentiableMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Puts a map together.</summary>
    /// <param name="values">The map.</param>
    /// <param name="backward">Its vector-Jacobian product.</param>
    /// <param name="valuesAndGradient">Both in one go; null where there is no such thing.</param>
    public DifferentiableMap(MapValues<T> values, MapBackward<T> backward, MapValuesAndGradient<T>? valuesAndGradient = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(backward);
        (Values, Backward, ValuesAndGradient) = (values, backward, valuesAndGradient);
    }

    /// <summary>How many numbers the map gives for a row; 0, which it is unless set, means as many as the row has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Outputs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>What knows where the map has kinks, if it is not the owner of its members.</summary>
    internal Loss? Loss { get; init; }

    /// <summary>The position of the input that is varied.</summary>
    internal int Input { get; init; }

    internal MapValues<T> Values { get; }

    internal MapBackward<T> Backward { get; }

    internal MapValuesAndGradient<T>? ValuesAndGradient { get; }
}
