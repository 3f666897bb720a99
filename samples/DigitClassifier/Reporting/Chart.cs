using System.Text;

namespace DigitClassifier;

/// <summary>A chart of curves over epochs, in SVG.</summary>
internal sealed class Chart(string title, int left, Curve[] curves, double lowest, double highest)
{
    private const int Top = 40;
    private const int Width = 380;
    private const int Height = 290;
    private const int Ticks = 5;
    private const int MostEpochTicks = 12;

    private readonly int epochs = curves.Max(curve => curve.Values.Length);
    private readonly double range = highest > lowest ? highest - lowest : 1;

    /// <summary>Appends the chart's elements.</summary>
    public void Draw(StringBuilder picture)
    {
        Append(picture, $"<text x=\"{left}\" y=\"{Top - 16}\" font-size=\"15\" font-weight=\"bold\">{title}</text>");
        DrawAxes(picture);
        for (int i = 0; i < curves.Length; i++)
            DrawCurve(picture, curves[i], i);
    }

    private void DrawAxes(StringBuilder picture)
    {
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double value = lowest + range * tick / Ticks;
            Append(picture, $"<line x1=\"{left}\" y1=\"{Y(value):F1}\" x2=\"{left + Width}\" y2=\"{Y(value):F1}\" stroke=\"#ddd\"/>");
            Append(picture, $"<text x=\"{left - 6}\" y=\"{Y(value) + 4:F1}\" text-anchor=\"end\">{value:0.###}</text>");
        }

        int interval = (epochs + MostEpochTicks - 1) / MostEpochTicks;
        for (int epoch = 1; epoch <= epochs; epoch += interval)
            Append(picture, $"<text x=\"{X(epoch):F1}\" y=\"{Top + Height + 18}\" text-anchor=\"middle\">{epoch}</text>");
        Append(picture, $"<text x=\"{left + Width / 2}\" y=\"{Top + Height + 38}\" text-anchor=\"middle\">epoch</text>");
    }

    private void DrawCurve(StringBuilder picture, Curve curve, int place)
    {
        IEnumerable<string> points = curve.Values.Select((value, index) => FormattableString.Invariant($"{X(index + 1):F1},{Y(value):F1}"));
        Append(picture, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{curve.Color}\" stroke-width=\"2\"/>");

        // The legend is where the curves are not: rising ones leave the bottom free, falling ones the top.
        bool rises = curve.Values[^1] > curve.Values[0];
        int y = (rises ? Top + Height - 60 : Top + 16) + 18 * place;
        int x = left + Width - 185;
        Append(picture, $"<line x1=\"{x}\" y1=\"{y - 4}\" x2=\"{x + 20}\" y2=\"{y - 4}\" stroke=\"{curve.Color}\" stroke-width=\"2\"/>");
        Append(picture, $"<text x=\"{x + 27}\" y=\"{y}\">{curve.Name}</text>");
    }

    private double X(int epoch) => left + (epochs == 1 ? Width / 2.0 : 12 + (Width - 24.0) * (epoch - 1) / (epochs - 1));

    // A value that is off the chart, or not a number, stays at its edge.
    private double Y(double value) => Top + Height - Height * (double.IsNaN(value) ? 1 : Math.Clamp((value - lowest) / range, 0, 1));

    private static void Append(StringBuilder picture, FormattableString element) => picture.Append(FormattableString.Invariant(element)).Append('\n');
}
