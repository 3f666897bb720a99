using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace AutoDiffCE;

/// <summary>
/// The values that belong to one sample, one per class: its logits, its probabilities, or a hyper-parameter that the batch shares. A
/// row never changes; arithmetic makes new rows.
/// </summary>
/// <remarks>
/// In a formula a row stands for real numbers. Called as ordinary C#, the formula is evaluated in double with this type; compiled,
/// no row is ever made. There is no conversion from a scalar to a row: a scalar meets a row through the operators.
/// </remarks>
/// <example><code>Row priors = [0.5, 0.25, 0.25];</code></example>
[CollectionBuilder(typeof(Row), nameof(Create))]
public readonly partial struct Row : IEquatable<Row>
{
    private readonly double[]? values;

    /// <summary>A row of these values, which are copied.</summary>
    /// <param name="values">One per class.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public Row(double[] values)
        : this(CheckedSpan(values))
    {
    }

    /// <summary>A row of these values, which are copied.</summary>
    /// <param name="values">One per class.</param>
    public Row(ReadOnlySpan<double> values) => this.values = values.ToArray();

    // Takes over the array instead of copying it; the second argument tells the two apart.
    private Row(double[] owned, bool _) => values = owned;

    /// <summary>The number of classes; 0 for <c>default</c>.</summary>
    public int Length => values?.Length ?? 0;

    /// <summary>The value of class number <paramref name="index"/>.</summary>
    /// <param name="index">0 to Length − 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double this[int index] => AsSpan()[index];

    /// <summary>The value of a class, counted from the start or from the end: <c>row[^1]</c> is the last.</summary>
    /// <param name="index">The class.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double this[Index index] => AsSpan()[index];

    /// <summary>A row of these values, which are copied.</summary>
    /// <param name="values">One per class.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static implicit operator Row(double[] values) => new(values);

    /// <summary>What a collection expression calls.</summary>
    /// <param name="values">One per class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Row Create(ReadOnlySpan<double> values) => new(values);

    /// <summary>This row with another value for one class.</summary>
    /// <param name="label">The class, 0 to Length − 1.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public Row With(int label, double value)
    {
        if ((uint)label >= (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(label), label, FormattableString.Invariant($"The row has {Length} classes."));

        double[] copy = AsSpan().ToArray();
        copy[label] = value;
        return new Row(copy, true);
    }

    /// <summary>The values, to read.</summary>
    public ReadOnlySpan<double> AsSpan() => values;

    /// <summary>For <c>foreach</c>.</summary>
    public ReadOnlySpan<double>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <summary>
    /// Whether the rows as wholes hold the same values, NaN being the same as NaN, and 0 as −0. The operator <c>==</c> compares class by
    /// class.
    /// </summary>
    /// <param name="other">The other row.</param>
    public bool Equals(Row other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc cref="Equals(Row)"/>
    /// <param name="obj">The other row.</param>
    public override bool Equals(object? obj) => obj is Row other && Equals(other);

    /// <summary>Equal for rows that are equal as wholes.</summary>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (double value in this) hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>The values in brackets.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", (values ?? []).Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";

    internal static void RequireSameLength(int left, int right)
    {
        if (left != right)
            throw new ArgumentException(FormattableString.Invariant($"Rows of different lengths meet: {left} and {right} classes."));
    }

    internal static Row Generate(int length, Func<int, double> value)
    {
        var values = new double[length];
        for (int c = 0; c < length; c++) values[c] = value(c);
        return new Row(values, true);
    }

    internal Row Map(Func<double, double> function)
    {
        Row row = this;
        return Generate(Length, c => function(row[c]));
    }

    internal static Row Combine(Row left, Row right, Func<double, double, double> function)
    {
        RequireSameLength(left.Length, right.Length);
        return Generate(left.Length, c => function(left[c], right[c]));
    }

    private static ReadOnlySpan<double> CheckedSpan(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }
}
