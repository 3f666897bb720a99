using AutoDiffCE.Losses;

namespace Quickstart;

/// <summary>A next-character model: for each character a row of logits, one for each character that may follow.</summary>
internal sealed class CharacterModel(CharacterPairs pairs)
{
    // The curvature of cross-entropy in any direction is at most ½, so a step of 1/½ times the gradient never overshoots.
    private const float StepSize = 2;
    private const float Momentum = 0.95f;

    private static readonly CrossEntropyLoss loss = new();

    private readonly float[] logits = new float[pairs.Classes * pairs.Classes];
    private readonly float[] gradient = new float[pairs.Classes * pairs.Classes];
    private readonly float[] velocity = new float[pairs.Classes * pairs.Classes];

    /// <summary>One step of gradient descent over the whole text.</summary>
    /// <returns>The loss before the step, in nats per character.</returns>
    public double Step()
    {
        // All pairs with the same first character share their logits, so they are one sample: its label distribution says what follows, its
        // weight how often. That is the mean over all pairs of the text, at the price of one row per character.
        double value = loss.ValueAndGradient(logits, pairs.NextShares, pairs.Classes, gradient, new() { SampleWeights = pairs.Counts });

        float total = pairs.Text.Length - 1;
        for (int row = 0; row < pairs.Classes; row++)
        {
            // The rows do not meet in the loss: each is a problem of its own, scaled by its share of the text. Rare characters would learn slowly;
            // undoing the scale lets each row take the step that suits it.
            float scale = pairs.Counts[row] > 0 ? total / pairs.Counts[row] : 0;
            Descend(row * pairs.Classes, scale);
        }

        return value;
    }

    /// <summary>
    /// The loss of the text as it stands: a sample per pair, with the second character as its label, in batches whose totals add up.
    /// </summary>
    public double LossOfText()
    {
        const int batchSize = 256;
        float[] batch = new float[batchSize * pairs.Classes];
        AutoDiffCE.LossTotal total = default;
        for (int start = 0; start + 1 < pairs.Text.Length; start += batchSize)
        {
            int samples = Math.Min(batchSize, pairs.Text.Length - 1 - start);
            for (int sample = 0; sample < samples; sample++)
                Row(pairs.Text[start + sample]).CopyTo(batch.AsSpan(sample * pairs.Classes));
            total += loss.Total(batch.AsSpan(0, samples * pairs.Classes), pairs.Text.AsSpan(start + 1, samples));
        }

        return total.Mean;
    }

    /// <summary>Draws a text, each character from what the model expects after the one before.</summary>
    public string Generate(int length, Random random)
    {
        int current = Array.IndexOf(pairs.Counts, pairs.Counts.Max());
        var text = new char[length];
        for (int i = 0; i < length; i++)
        {
            current = Draw(Row(current), random);
            text[i] = pairs.Alphabet[current];
        }

        return new string(text);
    }

    private ReadOnlySpan<float> Row(int character) => logits.AsSpan(character * pairs.Classes, pairs.Classes);

    // Nesterov's momentum: the step is taken from where the velocity is about to lead.
    private void Descend(int start, float scale)
    {
        Span<float> logitsOfRow = logits.AsSpan(start, pairs.Classes);
        Span<float> velocityOfRow = velocity.AsSpan(start, pairs.Classes);
        ReadOnlySpan<float> gradientOfRow = gradient.AsSpan(start, pairs.Classes);
        for (int i = 0; i < logitsOfRow.Length; i++)
        {
            float slope = scale * gradientOfRow[i];
            velocityOfRow[i] = Momentum * velocityOfRow[i] + slope;
            logitsOfRow[i] -= StepSize * (slope + Momentum * velocityOfRow[i]);
        }
    }

    // The largest of logits with Gumbel noise is a draw from their softmax.
    private static int Draw(ReadOnlySpan<float> row, Random random)
    {
        int best = 0;
        double bestScore = double.NegativeInfinity;
        for (int i = 0; i < row.Length; i++)
        {
            double score = row[i] - Math.Log(-Math.Log(1 - random.NextDouble()));
            if (!(score > bestScore)) continue;
            best = i;
            bestScore = score;
        }

        return best;
    }
}
