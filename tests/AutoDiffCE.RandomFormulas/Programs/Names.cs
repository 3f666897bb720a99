namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Names for what a program declares, each once.</summary>
internal sealed class Names(Dice dice, bool isHostile)
{
    private static readonly string[] usual =
    [
        "x", "y", "z", "logits", "target", "prediction", "scale", "score", "weight", "delta", "gamma", "alpha", "beta", "tau", "margin", "error", "a",
        "b", "c", "p", "q", "t", "u", "v", "w", "k", "label", "other", "anchor", "positive", "negative", "logit", "temperature", "sharpness", "prior",
        "offset", "difference",
    ];

    // Keywords, words of generated code, names that differ by case.
    private static readonly string[] hostile =
    [
        "class", "event", "double", "in", "ref", "return", "var", "value", "field", "record", "await", "rest", "total", "ratio", "batch",
        "labelSmoothing", "classWeights", "maximum", "frame", "sample", "at", "lanes", "kernel", "pass", "Logits", "Label", "row", "mask", "one",
        "zero", "start", "end", "i", "j", "V", "T", "input0", "gradient", "element", "smoothing", "normalizer", "loss", "driver", "strong", "pivot",
        "sum", "max", "scaled", "left", "right", "then", "x1", "x0", "label0", "_", "__", "über",
    ];

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public string Next()
    {
        for (int attempt = 0; ; attempt++)
        {
            string name = dice.Pick<string>(isHostile && dice.Chance(0.6) ? hostile : usual);
            if (attempt > 20)
                name += dice.Next(1000).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (name != "_" && used.Add(name))
                return name;
        }
    }
}
