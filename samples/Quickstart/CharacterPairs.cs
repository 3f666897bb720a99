namespace Quickstart;

/// <summary>A text as pairs of a character and the one that follows it, counted.</summary>
internal sealed class CharacterPairs
{
    /// <summary>Counts the pairs of a text of at least two characters.</summary>
    public CharacterPairs(string text)
    {
        Alphabet = text.Distinct().Order().ToArray();
        Classes = Alphabet.Length;
        Text = Array.ConvertAll(text.ToCharArray(), character => Array.BinarySearch(Alphabet, character));
        Counts = new float[Classes];
        NextShares = new float[Classes * Classes];
        for (int i = 0; i + 1 < Text.Length; i++)
        {
            Counts[Text[i]]++;
            NextShares[Text[i] * Classes + Text[i + 1]]++;
        }

        Entropy = ConditionalEntropy();
        for (int i = 0; i < NextShares.Length; i++)
            NextShares[i] /= Math.Max(Counts[i / Classes], 1);
    }

    /// <summary>The different characters, in order. A character's place in it is its class.</summary>
    public char[] Alphabet { get; }

    /// <summary>How many characters there are.</summary>
    public int Classes { get; }

    /// <summary>The text, as classes.</summary>
    public int[] Text { get; }

    /// <summary>How often each character is followed by another.</summary>
    public float[] Counts { get; }

    /// <summary>A row per character: which share of its occurrences each character follows. Each row sums to 1.</summary>
    public float[] NextShares { get; }

    /// <summary>
    /// H(next | current) = −Σ count(a, b)/pairs · log(count(a, b)/count(a)) in nats: what not even the best model can save that sees one
    /// character.
    /// </summary>
    public double Entropy { get; }

    private double ConditionalEntropy()
    {
        double sum = 0;
        for (int i = 0; i < NextShares.Length; i++)
        {
            if (NextShares[i] > 0) sum -= NextShares[i] * Math.Log(NextShares[i] / (double)Counts[i / Classes]);
        }

        return sum / (Text.Length - 1);
    }
}
