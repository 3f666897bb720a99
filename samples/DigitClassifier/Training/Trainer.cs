namespace DigitClassifier;

/// <summary>Trains a network by gradient descent in small batches.</summary>
internal sealed class Trainer
{
    private readonly Network<float> network;
    private readonly TrainingPlan plan;
    private readonly Random random;
    private readonly float[] parameters;
    private readonly float[] gradient;
    private readonly float[] images;
    private readonly int[] labels;
    private readonly MomentumDescent descent;

    public Trainer(Network<float> network, TrainingPlan plan)
    {
        this.network = network;
        this.plan = plan;
        random = new Random(plan.Seed);
        parameters = network.InitialParameters(random);
        gradient = new float[network.ParameterCount];
        images = new float[plan.BatchSize * network.Inputs];
        labels = new int[plan.BatchSize];
        descent = new MomentumDescent(network.ParameterCount, plan.Momentum);
    }

    /// <summary>Trains, and tells how it goes after each epoch.</summary>
    public IEnumerable<EpochResult> Run(DigitSet training, DigitSet heldOut)
    {
        int[] order = [.. Enumerable.Range(0, training.Count)];
        for (int epoch = 1; epoch <= plan.Epochs; epoch++)
        {
            using var progress = new ProgressBar($"  epoch {epoch,2}", training.Count);
            random.Shuffle(order);
            double sum = 0;
            for (int start = 0; start < order.Length; start += plan.BatchSize)
            {
                int[] batch = order[start..Math.Min(start + plan.BatchSize, order.Length)];
                double done = (epoch - 1 + (double)start / order.Length) / plan.Epochs;
                sum += batch.Length * Step(training, batch, plan.StepSize * (float)(0.5 + 0.5 * Math.Cos(Math.PI * done)));
                progress.Advance(start + batch.Length, $"loss {sum / (start + batch.Length):F4}");
            }

            yield return new(epoch, Evaluate(training), Evaluate(heldOut));
        }
    }

    /// <summary>Runs the network over a set of images.</summary>
    public Score Evaluate(DigitSet set)
    {
        var confusion = new ConfusionMatrix(network.Classes);
        double sum = 0;
        int[] all = [.. Enumerable.Range(0, set.Count)];
        for (int start = 0; start < all.Length; start += plan.BatchSize)
        {
            int[] batch = all[start..Math.Min(start + plan.BatchSize, all.Length)];
            ReadOnlySpan<int> batchLabels = Load(set, batch);
            sum += batch.Length * (double)network.Value(parameters, images, batchLabels);
            confusion.Add(network.Logits(parameters, images, batch.Length), batchLabels);
        }

        return new(sum / set.Count, confusion);
    }

    private double Step(DigitSet set, int[] batch, float stepSize)
    {
        double loss = network.ValueAndGradient(parameters, images, Load(set, batch), gradient);
        descent.Step(parameters, gradient, stepSize);
        return loss;
    }

    private ReadOnlySpan<int> Load(DigitSet set, int[] batch)
    {
        set.CopyTo(batch, images, labels);
        return labels.AsSpan(0, batch.Length);
    }
}
