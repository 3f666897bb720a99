namespace AutoDiffCE.Tests.Semantics;

/// <summary>Losses of one row and label in double by plain loops, each with its derivatives: what lifting is compared with.</summary>
internal static class PlainLosses
{
    public static (double Value, double[] Gradient) CrossEntropy(double[] row, int label)
    {
        double max = row.Max();
        double sum = row.Sum(logit => Math.Exp(logit - max));
        double[] gradient = [.. row.Select((logit, c) => (Math.Exp(logit - max) / sum) - (c == label ? 1 : 0))];
        return (max - row[label] + Math.Log(sum), gradient);
    }

    public static (double Value, double[] Gradient) DistanceToLabel(double[] row, int label)
    {
        double max = row.Max();
        double sum = row.Sum(logit => Math.Exp(logit - max));
        double[] probability = [.. row.Select(logit => Math.Exp(logit - max) / sum)];
        double expected = probability.Select((p, c) => p * Math.Abs(c - label)).Sum();
        return (expected, [.. probability.Select((p, c) => p * (Math.Abs(c - label) - expected))]);
    }

    public static (double Value, double[] Gradient) MultiMargin(double[] row, int label, double margin)
    {
        var gradient = new double[row.Length];
        double sum = 0;
        for (int c = 0; c < row.Length; c++)
        {
            double shortfall = margin - (row[label] - row[c]);
            if (c == label || shortfall <= 0)
                continue;
            sum += shortfall;
            gradient[c] += 1.0 / row.Length;
            gradient[label] -= 1.0 / row.Length;
        }

        return (sum / row.Length, gradient);
    }
}
