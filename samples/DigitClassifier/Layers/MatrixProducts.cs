using System.Numerics;
using System.Runtime.InteropServices;

namespace DigitClassifier;

/// <summary>The two loops that a dense layer consists of, vectorized.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class MatrixProducts<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // So many rows at a time share what is loaded for one.
    private const int Rows = 4;

    /// <summary>The inner products of a vector with rows, each of its length: destination[k] = offset + Σᵢ vector[i] · rows[k, i].</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="offset">What is added to each product.</param>
    /// <param name="destination">The products go to its places 0, <paramref name="stride"/>, 2·<paramref name="stride"/>, …</param>
    /// <param name="stride">The distance between products.</param>
    public static void InnerProducts(ReadOnlySpan<T> vector, ReadOnlySpan<T> rows, T offset, Span<T> destination, int stride)
    {
        int length = vector.Length;
        int count = rows.Length / length;
        int row = 0;
        for (; row + Rows <= count; row += Rows)
        {
            ReadOnlySpan<T> four = rows.Slice(row * length, Rows * length);
            FourProducts(vector, four, offset, destination[(row * stride)..], stride);
        }

        for (; row < count; row++)
            destination[row * stride] = offset + Product(vector, rows.Slice(row * length, length));
    }

    /// <summary>A weighted sum of rows: destination[i] = Σₖ factor[k · stride] · rows[k, i].</summary>
    /// <param name="factors">The weights are at its places 0, <paramref name="stride"/>, 2·<paramref name="stride"/>, …</param>
    /// <param name="stride">The distance between weights.</param>
    /// <param name="rows">The rows, one after the other, each as long as the destination.</param>
    /// <param name="destination">The sum.</param>
    public static void WeightedSum(ReadOnlySpan<T> factors, int stride, ReadOnlySpan<T> rows, Span<T> destination)
    {
        int length = destination.Length;
        int count = rows.Length / length;
        destination.Clear();
        int row = 0;
        for (; row + Rows <= count; row += Rows)
            AddFour(factors[(row * stride)..], stride, rows.Slice(row * length, Rows * length), destination);
        for (; row < count; row++)
            Add(factors[row * stride], rows.Slice(row * length, length), destination);
    }

    private static void FourProducts(ReadOnlySpan<T> vector, ReadOnlySpan<T> rows, T offset, Span<T> destination, int stride)
    {
        int length = vector.Length;
        ReadOnlySpan<Vector<T>> factors = Vectors(vector);
        ReadOnlySpan<Vector<T>> first = Vectors(rows[..length]);
        ReadOnlySpan<Vector<T>> second = Vectors(rows.Slice(length, length));
        ReadOnlySpan<Vector<T>> third = Vectors(rows.Slice(2 * length, length));
        ReadOnlySpan<Vector<T>> fourth = Vectors(rows.Slice(3 * length, length));
        Vector<T> sum1 = default, sum2 = default, sum3 = default, sum4 = default;
        for (int i = 0; i < factors.Length; i++)
        {
            sum1 += factors[i] * first[i];
            sum2 += factors[i] * second[i];
            sum3 += factors[i] * third[i];
            sum4 += factors[i] * fourth[i];
        }

        int done = factors.Length * Vector<T>.Count;
        destination[0] = offset + Vector.Sum(sum1) + PlainProduct(vector[done..], rows[done..length]);
        destination[stride] = offset + Vector.Sum(sum2) + PlainProduct(vector[done..], rows[(length + done)..(2 * length)]);
        destination[2 * stride] = offset + Vector.Sum(sum3) + PlainProduct(vector[done..], rows[(2 * length + done)..(3 * length)]);
        destination[3 * stride] = offset + Vector.Sum(sum4) + PlainProduct(vector[done..], rows[(3 * length + done)..]);
    }

    private static T Product(ReadOnlySpan<T> vector, ReadOnlySpan<T> row)
    {
        ReadOnlySpan<Vector<T>> factors = Vectors(vector);
        ReadOnlySpan<Vector<T>> elements = Vectors(row);
        Vector<T> sum = default;
        for (int i = 0; i < factors.Length; i++)
            sum += factors[i] * elements[i];
        int done = factors.Length * Vector<T>.Count;
        return Vector.Sum(sum) + PlainProduct(vector[done..], row[done..]);
    }

    private static T PlainProduct(ReadOnlySpan<T> vector, ReadOnlySpan<T> row)
    {
        T sum = T.Zero;
        for (int i = 0; i < vector.Length; i++)
            sum += vector[i] * row[i];
        return sum;
    }

    private static void AddFour(ReadOnlySpan<T> factors, int stride, ReadOnlySpan<T> rows, Span<T> destination)
    {
        int length = destination.Length;
        (T factor1, T factor2, T factor3, T factor4) = (factors[0], factors[stride], factors[2 * stride], factors[3 * stride]);
        ReadOnlySpan<T> first = rows[..length];
        ReadOnlySpan<T> second = rows.Slice(length, length);
        ReadOnlySpan<T> third = rows.Slice(2 * length, length);
        ReadOnlySpan<T> fourth = rows.Slice(3 * length, length);
        Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(destination);
        ReadOnlySpan<Vector<T>> vectors1 = Vectors(first), vectors2 = Vectors(second), vectors3 = Vectors(third), vectors4 = Vectors(fourth);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += factor1 * vectors1[i] + factor2 * vectors2[i] + (factor3 * vectors3[i] + factor4 * vectors4[i]);
        for (int i = sums.Length * Vector<T>.Count; i < length; i++)
            destination[i] += factor1 * first[i] + factor2 * second[i] + (factor3 * third[i] + factor4 * fourth[i]);
    }

    private static void Add(T factor, ReadOnlySpan<T> row, Span<T> destination)
    {
        Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(destination);
        ReadOnlySpan<Vector<T>> vectors = Vectors(row);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += factor * vectors[i];
        for (int i = sums.Length * Vector<T>.Count; i < row.Length; i++)
            destination[i] += factor * row[i];
    }

    // As many whole vectors as fit; the rest is the caller's.
    private static ReadOnlySpan<Vector<T>> Vectors(ReadOnlySpan<T> numbers) => MemoryMarshal.Cast<T, Vector<T>>(numbers);
}
