namespace Quickstart;

/// <summary>Trains a next-character model on a real text, to the best that a model of its kind can do.</summary>
internal static class NextCharacter
{
    private const int MaxSteps = 1000;
    private const int MinSteps = 200;

    // A step visits each logit a few times. This many visits take a few seconds, whatever the size of the alphabet.
    private const long Visits = 2_000_000_000;

    // The share of the entropy by which the model may miss it, and the miss in nats that is none: some texts have no entropy to share.
    private const double Tolerance = 0.02;
    private const double Negligible = 0.002;

    public static void Run(Checklist checks, string? path)
    {
        Checklist.Section("3. Gradient descent on a real text: which character comes next?");
        path ??= Readme();
        if (path is null || !File.Exists(path))
        {
            checks.Line($"  There is no file {path ?? "README.md above the program"} to read.", false);
            return;
        }

        string text = File.ReadAllText(path);
        if (text.Length < 2)
        {
            checks.Line($"  {Path.GetFileName(path)} is too short: it has no pair of characters.", false);
            return;
        }

        Train(checks, Path.GetFileName(path), new CharacterPairs(text));
    }

    private static void Train(Checklist checks, string name, CharacterPairs pairs)
    {
        Console.WriteLine($"""

              {name}: {pairs.Text.Length} characters, {pairs.Classes} different ones.
              Counting says H(next | current) = {pairs.Entropy:F4} nats, a perplexity of {Math.Exp(pairs.Entropy):F2}: no table can do better.
              The model is that table, {pairs.Classes} × {pairs.Classes} logits in float, all 0 at first.

                step      loss   perplexity
            """);

        var model = new CharacterModel(pairs);
        int steps = (int)Math.Clamp(Visits / pairs.NextShares.Length, MinSteps, MaxSteps);
        for (int step = 0; step < steps; step++)
        {
            double loss = model.Step();
            if (step is 0 or 1 or 3 or 10 or 30 or 100 or 300) Progress(step, loss);
        }

        double reached = model.LossOfText();
        Progress(steps, reached);
        Console.WriteLine();
        double above = reached - pairs.Entropy;
        string distance = pairs.Entropy > 0 ? $"{above / pairs.Entropy:P2} above the entropy" : $"{above:F4} nats above no entropy at all";
        bool isNear = above <= Math.Max(Tolerance * pairs.Entropy, Negligible);
        checks.Line($"  The loss of the text, pair by pair, is {distance}; at most {Tolerance:P0} is due.", isNear);

        Console.WriteLine();
        Console.WriteLine("  What the model writes:");
        Console.WriteLine();
        string written = model.Generate(350, new Random(1));
        foreach (string line in written.ReplaceLineEndings("\n").Split('\n'))
            Console.WriteLine("  │ " + line);
    }

    private static void Progress(int step, double loss) => Console.WriteLine($"  {step,6}  {loss,8:F4}  {Math.Exp(loss),11:F2}");

    // The README.md beside AutoDiffCE.sln, on the way up from the program or else from where it was started.
    private static string? Readme()
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (DirectoryInfo? directory = new(start); directory is not null; directory = directory.Parent)
            {
                string path = Path.Combine(directory.FullName, "README.md");
                if (File.Exists(path) && File.Exists(Path.Combine(directory.FullName, "AutoDiffCE.sln"))) return path;
            }
        }

        return null;
    }
}
