using System.Diagnostics;
using System.Numerics;
using AutoDiffCE.Checking;

namespace DigitClassifier;

/// <summary>From images to a trained network, step by step.</summary>
internal sealed class Tutorial(Arguments arguments)
{
    private const int HiddenUnits = 64;
    private const int GeneratedImages = 12_000;
    private const int HeldOutInterval = 6;
    private const double DueAccuracy = 0.97;
    private const int CheckedSamples = 4;

    // Few enough parameters to check each on its own.
    private const int SmallHiddenUnits = 4;

    private bool isRight = true;

    /// <summary>Runs all of it.</summary>
    /// <returns>Whether everything turned out as it should.</returns>
    public bool Run()
    {
        (DigitSet training, DigitSet heldOut) = Load();
        if (arguments.ExportDirectory is string directory)
        {
            Export(directory, training, heldOut);
            return true;
        }

        using FileStream curve = LearningCurve.Open(arguments.CurvePath);
        CheckGradient(training);
        EpochResult[] results = Train(training, heldOut);
        EpochResult[] wrongResults = TrainWrong(training, heldOut);
        LearningCurve.Write(curve, results, wrongResults);
        Console.WriteLine();
        Console.WriteLine($"  The learning curves: {Path.GetFullPath(arguments.CurvePath)}");
        return isRight;
    }

    private (DigitSet Training, DigitSet HeldOut) Load()
    {
        Page.Section("1. The digits");
        (DigitSet Training, DigitSet HeldOut) sets = arguments.Files switch
        {
            [string images, string labels] => DigitFiles.Read(images, labels).Split(HeldOutInterval),
            [string images, string labels, string testImages, string testLabels] =>
                (DigitFiles.Read(images, labels), DigitFiles.Read(testImages, testLabels)),
            _ => GeneratedDigits.Draw(GeneratedImages, arguments.Seed).Split(HeldOutInterval),
        };
        (DigitSet training, DigitSet heldOut) = sets;
        if (training.Count == 0 || heldOut.Count == 0)
            throw new InvalidDataException("There are too few images to train on some and hold out others.");
        if (training.PixelsPerImage != heldOut.PixelsPerImage)
            throw new InvalidDataException("The images to train on and those to test with differ in size.");
        string origin = arguments.Files.Length == 0 ? $"generated from seed {arguments.Seed}" : "read from files";
        Page.Images(training, 10);
        Console.WriteLine();
        Console.WriteLine($"  {training.Count} images of {training.Rows} × {training.Columns} to train on and {heldOut.Count} held out, {origin}.");
        return sets;
    }

    private static void Export(string directory, DigitSet training, DigitSet heldOut)
    {
        Directory.CreateDirectory(directory);
        DigitFiles.Write(training, Path.Combine(directory, "train-images.gz"), Path.Combine(directory, "train-labels.gz"));
        DigitFiles.Write(heldOut, Path.Combine(directory, "test-images.gz"), Path.Combine(directory, "test-labels.gz"));
        Console.WriteLine($"  Written to {Path.GetFullPath(directory)}.");
    }

    private void CheckGradient(DigitSet set)
    {
        Page.Section("2. Before training: is the gradient right?");
        Console.WriteLine($"""

              The network is loss(output(relu(hidden(image))), label) with {HiddenUnits} hidden units. The layers are written by hand, relu and
              cross-entropy are generated. In double, the gradient by all parameters is compared with differences of the value along
              random directions; in float, with that in double.

            """);
        GradientReport whole = NetworkCheck.Run(
            Correct(set.PixelsPerImage, HiddenUnits, new DoubleFormulas()),
            Correct(set.PixelsPerImage, HiddenUnits, new FloatFormulas()),
            set,
            CheckedSamples);
        Page.Quote(whole.ToString());
        Console.WriteLine();
        isRight &= Page.Check("The gradient of the network is right.", whole.Passed);

        GradientReport small = NetworkCheck.Run(
            Correct(set.PixelsPerImage, SmallHiddenUnits, new DoubleFormulas()),
            Correct(set.PixelsPerImage, SmallHiddenUnits, new FloatFormulas()),
            set,
            CheckedSamples);
        isRight &= Page.Check($"So is each derivative of a network with {SmallHiddenUnits} hidden units, number by number.", small.Passed);
    }

    private EpochResult[] Train(DigitSet training, DigitSet heldOut)
    {
        Page.Section("3. Training");
        Console.WriteLine();
        var watch = Stopwatch.StartNew();
        EpochResult[] results = Train(Correct(training.PixelsPerImage, HiddenUnits, new FloatFormulas()), training, heldOut);
        Console.WriteLine();
        Console.WriteLine($"  {watch.Elapsed.TotalSeconds:F1} s. What the network made of the digits that were held out:");
        Page.Confusion(results[^1].HeldOut.Confusion);
        Console.WriteLine();
        double accuracy = results[^1].HeldOut.Accuracy;
        if (arguments.Files.Length > 0) Console.WriteLine($"  {accuracy:P2} of the digits that were held out are recognized.");
        else isRight &= Page.Check($"{accuracy:P2} of them are recognized; {DueAccuracy:P0} are due.", accuracy >= DueAccuracy);
        return results;
    }

    private EpochResult[] TrainWrong(DigitSet training, DigitSet heldOut)
    {
        Page.Section("4. The same with a wrong gradient");
        Console.WriteLine("""

              The hidden layer's backward pass now reads the input one place too far: input[i + 1] instead of input[i].

            """);
        int pixels = training.PixelsPerImage;
        EpochResult[] results = Train(Wrong(pixels, HiddenUnits, new FloatFormulas()), training, heldOut);
        Console.WriteLine($"""

              It learns: a pixel resembles its neighbor. {results[^1].HeldOut.Accuracy:P2} are recognized, and no curve says that anything is wrong.
              GradientCheck says so before the first step:

            """);
        GradientReport report = NetworkCheck.Run(
            Wrong(pixels, SmallHiddenUnits, new DoubleFormulas()),
            Wrong(pixels, SmallHiddenUnits, new FloatFormulas()),
            training,
            CheckedSamples);
        Page.Quote(report.ToString());
        Console.WriteLine();
        isRight &= Page.Check("The wrong gradient is caught.", !report.Passed);
        return results;
    }

    private EpochResult[] Train(Network<float> network, DigitSet training, DigitSet heldOut)
    {
        var trainer = new Trainer(network, new() { Epochs = arguments.Epochs, Seed = arguments.Seed });
        var results = new List<EpochResult>();
        foreach (EpochResult result in trainer.Run(training, heldOut))
        {
            Page.Epoch(result);
            results.Add(result);
        }

        return [.. results];
    }

    private static Network<T> Correct<T>(int inputs, int units, IFormulas<T> formulas)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(new DenseLayer<T>(inputs, units), new DenseLayer<T>(units, DigitSet.Classes), formulas);

    private static Network<T> Wrong<T>(int inputs, int units, IFormulas<T> formulas)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(new WrongByOneLayer<T>(inputs, units), new DenseLayer<T>(units, DigitSet.Classes), formulas);
}
