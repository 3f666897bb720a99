namespace AutoDiffCE.Checking;

/// <summary>Where the classes of a sample lie in a batch; the same three numbers as in <see cref="BatchOptions{T}"/>.</summary>
internal readonly record struct ElementLayout(int Classes, int Inner = 1, int RowStride = 0)
{
    private int Stride => RowStride == 0 ? Classes : RowStride;

    /// <summary>The sample and the class of an element. A class that is none is padding.</summary>
    public (int Sample, int Class) At(int index)
    {
        if (Inner == 1) return (index / Stride, index % Stride);
        int block = Classes * Inner;
        return (index / block * Inner + index % Inner, index % block / Inner);
    }

    public bool IsPadding(int index) => At(index).Class >= Classes;

    /// <summary>How many samples so many elements are.</summary>
    public int Samples(int length) => length == 0 ? 0 : Inner == 1 ? (length + Stride - 1) / Stride : length / Classes;
}
