namespace AutoDiffCE.Exact;

/// <summary>One position along each axis, and where the number of a node at these positions stands among its numbers.</summary>
/// <param name="classes">Positions along an axis.</param>
internal sealed class Positions(int classes)
{
    private const int MaxAxes = 32;

    private readonly int[] at = new int[MaxAxes];

    /// <summary>The position along an axis.</summary>
    public int this[int axis]
    {
        get => at[axis];
        set => at[axis] = value;
    }

    /// <summary>How many numbers a node has.</summary>
    public int Count(ExactNode node)
    {
        int count = 1;
        for (int axes = node.Axes; axes != 0; axes &= axes - 1)
            count = checked(count * classes);
        return count;
    }

    /// <summary>Where the number of a node stands.</summary>
    public int IndexIn(ExactNode node)
    {
        int index = 0;
        for (int axis = 0; node.Axes >> axis != 0; axis++)
        {
            if ((node.Axes >> axis & 1) != 0)
                index = (index * classes) + at[axis];
        }
        return index;
    }

    /// <summary>Goes to where a number of a node stands.</summary>
    public void GoTo(ExactNode node, int index)
    {
        for (int axis = MaxAxes - 1; axis >= 0; axis--)
        {
            if ((node.Axes >> axis & 1) == 0)
                continue;
            at[axis] = index % classes;
            index /= classes;
        }
    }
}
