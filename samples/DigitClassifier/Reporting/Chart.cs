using System.Text;

namespace DigitClassifier;

/// <summary>A chart of curves over epochs, in SVG.</summary>
internal sealed class Chart(string title, int left, Curve[] curves, Axis axis)
{
    /// <summary>The width between the ends of the horizontal axis.</summary>
    public const int Width = 370;

    /// <summary>The lower end of the vertical axis.</summary>
    public const int Bottom = Top + Height;

    private const int Top = 84;
    private const int Height = 280;
    private const int TickLength = 5;
    private const int MaxEpochTicks = 12;

    private readonly int epochs = curves.Max(curve => curve.Values.Length);

    /// <summary>Appends the chart's elements.</summary>
    public void Draw(StringBuilder picture)
    {
        Append(picture, $"<text class=\"title\" x=\"{left}\" y=\"{Top - 16}\">{title}</text>");
        DrawValues(picture);
        DrawEpochs(picture);
        foreach (Curve curve in curves)
            DrawCurve(picture, curve);
    }

    private void DrawValues(StringBuilder picture)
    {
        foreach (double value in axis.Ticks)
        {
            Append(picture, $"<line class=\"grid\" x1=\"{left - TickLength}\" y1=\"{Y(value):F1}\" x2=\"{left + Width}\" y2=\"{Y(value):F1}\"/>");
            Append(picture, $"<text class=\"value\" x=\"{left - TickLength - 4}\" y=\"{Y(value) + 4:F1}\">{value:G4}</text>");
        }
    }

    private void DrawEpochs(StringBuilder picture)
    {
        Append(picture, $"<polyline class=\"axis\" points=\"{left},{Top} {left},{Bottom} {left + Width},{Bottom}\"/>");
        int interval = (epochs + MaxEpochTicks - 1) / MaxEpochTicks;
        for (int epoch = 1; epoch <= epochs; epoch += interval)
        {
            Append(picture, $"<line class=\"axis\" x1=\"{X(epoch):F1}\" y1=\"{Bottom}\" x2=\"{X(epoch):F1}\" y2=\"{Bottom + TickLength}\"/>");
            Append(picture, $"<text class=\"epoch\" x=\"{X(epoch):F1}\" y=\"{Bottom + TickLength + 15}\">{epoch}</text>");
        }

        Append(picture, $"<text class=\"epoch\" x=\"{left + Width / 2}\" y=\"{Bottom + TickLength + 36}\">epoch</text>");
    }

    // The dots show that there is a value per epoch, and a curve of one epoch at all.
    private void DrawCurve(StringBuilder picture, Curve curve)
    {
        IEnumerable<string> points = curve.Values.Select((value, index) => FormattableString.Invariant($"{X(index + 1):F1},{Y(value):F1}"));
        Append(picture, $"<polyline class=\"curve {curve.Style}\" points=\"{string.Join(' ', points)}\"/>");
        for (int i = 0; i < curve.Values.Length; i++)
            Append(picture, $"<circle class=\"{curve.Style}\" cx=\"{X(i + 1):F1}\" cy=\"{Y(curve.Values[i]):F1}\" r=\"2\"/>");
    }

    private double X(int epoch) => left + (epochs == 1 ? Width / 2.0 : 12 + (Width - 24.0) * (epoch - 1) / (epochs - 1));

    // A value that is off the chart, or not a number, stays at its edge.
    private double Y(double value) =>
        Bottom - Height * (double.IsNaN(value) ? 1 : Math.Clamp((value - axis.Lowest) / (axis.Highest - axis.Lowest), 0, 1));

    private static void Append(StringBuilder picture, FormattableString element) => picture.Append(FormattableString.Invariant(element)).Append('\n');
}
