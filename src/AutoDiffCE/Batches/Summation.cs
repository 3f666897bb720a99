using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiffCE.Batches;

/// <summary>
/// Sums in double whose shape depends on the number of terms only: thirty-two partial sums side by side, added in a fixed tree. The same
/// bits come out on every machine, at every register width and from every alignment.
/// </summary>
internal static unsafe class Summation
{
    private const int Step = 32;

    /// <summary>The sum of numbers.</summary>
    public static double Sum<T>(T* terms, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Sum((float*)terms, count) : Sum((double*)terms, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(float* terms, int count)
    {
        Vector512<double> first = Vector512<double>.Zero;
        Vector512<double> second = Vector512<double>.Zero;
        Vector512<double> third = Vector512<double>.Zero;
        Vector512<double> fourth = Vector512<double>.Zero;
        int index = 0;
        for (; index <= count - Step; index += Step)
        {
            Vector512<float> lower = Vector512.Load(terms + index);
            Vector512<float> upper = Vector512.Load(terms + index + (Step / 2));
            first += Vector512.WidenLower(lower);
            second += Vector512.WidenUpper(lower);
            third += Vector512.WidenLower(upper);
            fourth += Vector512.WidenUpper(upper);
        }

        double rest = 0;
        for (; index < count; index++)
            rest += terms[index];
        return Tree(first + second + (third + fourth)) + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(double* terms, int count)
    {
        Vector512<double> first = Vector512<double>.Zero;
        Vector512<double> second = Vector512<double>.Zero;
        Vector512<double> third = Vector512<double>.Zero;
        Vector512<double> fourth = Vector512<double>.Zero;
        int index = 0;
        for (; index <= count - Step; index += Step)
        {
            first += Vector512.Load(terms + index);
            second += Vector512.Load(terms + index + (Step / 4));
            third += Vector512.Load(terms + index + (Step / 2));
            fourth += Vector512.Load(terms + index + (3 * Step / 4));
        }

        double rest = 0;
        for (; index < count; index++)
            rest += terms[index];
        return Tree(first + second + (third + fourth)) + rest;
    }

    // Written out, because Vector512.Sum leaves the order to the machine.
    private static double Tree(Vector512<double> partial)
    {
        Vector256<double> four = partial.GetLower() + partial.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }
}
