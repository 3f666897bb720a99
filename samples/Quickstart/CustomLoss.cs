namespace Quickstart;

/// <summary>A loss of one's own, and whether its gradient is right.</summary>
internal static class CustomLoss
{
    public static void Run(Checklist checks)
    {
        Checklist.Section("2. A loss of your own: five lines, and the gradient is there");
        Console.WriteLine("""

              [Loss]
              internal sealed partial class FocalLoss(double focus = 2)
              {
                  public double Formula(Row logits, int label)
                  {
                      double probability = Softmax(logits)[label];
                      return -Pow(1 - probability, focus) * Log(probability);
                  }
              }

              Logits (1.0 2.0 0.5 | 1.2 0.9 1.5), labels 1 2. The generated gradient beside central differences of the value:

              logits      analytic       numeric         error
            """);

        double[] logits = [1.0, 2.0, 0.5, 1.2, 0.9, 1.5];
        int[] labels = [1, 2];
        var loss = new FocalLoss();
        double[] analytic = new double[logits.Length];
        double value = loss.ValueAndGradient(logits, labels, analytic);
        double[] numeric = FiniteDifferences.Gradient(point => loss.Value(point, labels), logits);
        for (int i = 0; i < logits.Length; i++)
        {
            bool agrees = FiniteDifferences.Agree(analytic.AsSpan(i, 1), numeric.AsSpan(i, 1));
            double error = Math.Abs(analytic[i] - numeric[i]);
            checks.Line($"  [{i / 3}, {i % 3}]  {analytic[i],12:F8}  {numeric[i],12:F8}  {error,12:0.0E-00}", agrees);
        }

        // The formula itself is ordinary C#, so it can be asked, too.
        double plain = (loss.Formula(logits[..3], labels[0]) + loss.Formula(logits[3..], labels[1])) / 2;
        bool isSame = Math.Abs(value - plain) <= 1e-12;
        checks.Line($"  The value is {value:F4}, and {plain:F4} where the formula itself is called for each sample.", isSame);
    }
}
