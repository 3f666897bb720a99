using System.Globalization;
using AutoDiffCE.Generators.Tests.HighPrecision;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace AutoDiffCE.Benchmarks;

/// <summary>
/// How many digits of a formula are right, over the difference of its two logits: as plain C# and as a kernel, both in double, against numbers of 1600
/// bits. Of an infinity, or of no number at all, none is.
/// </summary>
internal static class AccuracyPicture
{
    // Where the loss is a normal number: it is about e^-difference.
    private const double Widest = 700;

    private const double DigitsOfDouble = 16;
    private const int Points = 350;
    private const int SamplesPerPoint = 8;

    private static readonly OxyColor plainColor = OxyColors.Firebrick;
    private static readonly OxyColor kernelColor = OxyColors.SteelBlue;

    /// <summary>Writes the picture as SVG.</summary>
    public static void Write(string path)
    {
        string text = new SvgExporter { Width = 760, Height = 300 }.ExportToString(Model());
        File.WriteAllText(path, text.TrimStart('\uFEFF'));
        Console.WriteLine($"{path} shows -Log(Exp(logits[label]) / Sum(Exp(logits))) over logits[label] - logits[other].");
    }

    private static PlotModel Model()
    {
        var loss = new TextbookCrossEntropy();
        var model = new PlotModel
        {
            Culture = CultureInfo.InvariantCulture,
            DefaultFont = "sans-serif",
            Background = OxyColors.White,
            Padding = new OxyThickness(12),
        };
        model.Axes.Add(Axis(AxisPosition.Bottom, "logits[label] - logits[other]", -Widest, Widest, 100));
        model.Axes.Add(Axis(AxisPosition.Left, "correct digits of the loss", 0, DigitsOfDouble + 2, 4));
        model.Series.Add(Curve(plainColor, logits => loss.Formula(new Row(logits), 0)));
        model.Series.Add(Curve(kernelColor, logits => loss.Value(logits, [0])));
        model.Annotations.Add(Label("the formula as plain C#", plainColor, 1));
        model.Annotations.Add(Label("the kernel made of it", kernelColor, DigitsOfDouble - 3));
        return model;
    }

    private static LinearAxis Axis(AxisPosition position, string title, double low, double high, double step) => new()
    {
        Position = position,
        Title = title,
        Minimum = low,
        Maximum = high,
        MajorStep = step,
        MinorTickSize = 0,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = OxyColors.Gainsboro,
    };

    private static TextAnnotation Label(string text, OxyColor color, double height) => new()
    {
        Text = text,
        TextColor = color,
        TextPosition = new DataPoint(Widest / 2, height),
        TextVerticalAlignment = VerticalAlignment.Middle,
        StrokeThickness = 0,
    };

    private static LineSeries Curve(OxyColor color, Func<double[], double> loss)
    {
        var random = new Random(1);
        var curve = new LineSeries { Color = color };
        const double Step = 2 * Widest / Points;
        for (int point = 0; point < Points; point++)
        {
            double left = (point * Step) - Widest;
            double digits = Enumerable.Range(0, SamplesPerPoint).Min(_ => CorrectDigits(left + (random.NextDouble() * Step), loss));
            curve.Points.Add(new DataPoint(left + (Step / 2), digits));
        }
        return curve;
    }

    private static double CorrectDigits(double difference, Func<double[], double> loss)
    {
        double actual = loss([difference, 0]);
        Real expected = Real.Log(Real.One + Real.Exp(-(Real)difference));
        if (!double.IsFinite(actual))
            return 0;
        double error = Real.Abs((actual - expected) / expected).ToDouble();
        return Math.Clamp(-Math.Log10(error), 0, DigitsOfDouble);
    }
}
