using System.ComponentModel;
using System.Globalization;

namespace AutoDiffCE.Batches;

/// <summary>Checks of the rows that a loss captures.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SharedRow
{
    /// <summary>Throws where a captured row that may be empty is not, and does not have one element per class either.</summary>
    /// <param name="name">The name of the row, for the message.</param>
    /// <param name="length">Its elements.</param>
    /// <param name="classes">The classes of the batch.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public static void CheckIfAny(string name, int length, int classes)
    {
        if (length != 0)
            Check(name, length, classes);
    }

    /// <summary>The number of classes, which a captured row tells where the formula has no row of the batch.</summary>
    /// <param name="name">The name of the row, for the message.</param>
    /// <param name="length">Its elements.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static int Classes(string name, int length) =>
        length > 0 ? length : throw new ArgumentException($"The loss captures {name} without elements, but its length is the number of classes.", name);

    /// <summary>An element of a captured row that may be empty, and is all ones then.</summary>
    /// <param name="row">The row.</param>
    /// <param name="index">The class.</param>
    public static double At(ReadOnlySpan<double> row, int index) => row.IsEmpty ? 1 : row[index];

    /// <summary>A weight counted from the end of the weights; 1 where there are none, and where there are too few, which is another check's complaint.</summary>
    /// <param name="weights">The weights, or none.</param>
    /// <param name="fromEnd">1 for the last.</param>
    public static double WeightFromEnd(Row weights, int fromEnd) => weights.Length < fromEnd ? 1 : weights[weights.Length - fromEnd];

    /// <summary>Throws where a captured row does not have one element per class.</summary>
    /// <param name="name">The name of the row, for the message.</param>
    /// <param name="length">Its elements.</param>
    /// <param name="classes">The classes of the batch.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public static void Check(string name, int length, int classes)
    {
        if (length != classes)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The loss captures {name} with {length} elements, but a row of the batch has {classes}."), name);
    }
}
