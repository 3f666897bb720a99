namespace DigitClassifier;

/// <summary>Shares work among the processors.</summary>
internal static class Work
{
    // Waking another thread takes as long as some ten thousand multiplications.
    private const int WorthSharing = 200_000;

    /// <summary>Runs a part for each number below <paramref name="parts"/>. Parts must write to different places.</summary>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="multiplicationsPerPart">How much work a part is.</param>
    /// <param name="part">One part.</param>
    public static void Share(int parts, int multiplicationsPerPart, Action<int> part)
    {
        if ((long)parts * multiplicationsPerPart >= WorthSharing)
        {
            Parallel.For(0, parts, part);
            return;
        }

        for (int i = 0; i < parts; i++)
            part(i);
    }
}
