namespace AutoDiffCE.Exact;

/// <summary>A formula as it was written, to be evaluated one sample at a time with as many digits as it takes.</summary>
internal sealed class ExactFormula
{
    private const int MaxRank = 32;

    // What the nodes cost that take one loop over the classes, two, ...
    private readonly int[] costOfRank = new int[MaxRank + 1];

    /// <summary>Reads a formula.</summary>
    /// <param name="text">Its text, as <see cref="FormulaReader"/> reads it.</param>
    public ExactFormula(string text)
    {
        Nodes = FormulaReader.Read(text);
        foreach (ExactNode node in Nodes)
            costOfRank[LoopsOf(node)] += ExactFunctions.Cost(node.Function);
    }

    /// <summary>The nodes, operands first; the last one is the value, a number or a row along the first axis.</summary>
    public ExactNode[] Nodes { get; }

    /// <summary>Whether a derivative is not taken by some of what real inputs are in.</summary>
    public bool HoldsInputs => Array.Exists(Nodes, node => node.IsHeld);

    /// <summary>The value.</summary>
    public ExactNode Value => Nodes[^1];

    /// <summary>What an evaluation costs for rows of so many classes: how many numbers it keeps, those of dear functions counted several times.</summary>
    public double Size(int classes)
    {
        double size = 0;
        for (int rank = MaxRank; rank >= 0; rank--)
            size = (size * Math.Max(classes, 1)) + costOfRank[rank];
        return size;
    }

    private static int LoopsOf(ExactNode node) => node.Rank + (node.IsReduction ? 1 : 0);
}
