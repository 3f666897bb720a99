using System.Numerics;

namespace DigitClassifier;

/// <summary>The ten digits as a pen draws them: lines through points in a square of side 1, x to the right and y down.</summary>
internal static class Strokes
{
    // A chord of a curve this long leaves it by a hundredth of a pixel at the size of the images.
    private const float DegreesPerChord = 12;

    private static readonly Vector2[][][] digits =
    [
        [Arc(0.5f, 0.5f, 0.32f, 0.48f, 0, 360)],
        [[new(0.3f, 0.2f), new(0.55f, 0.02f), new(0.55f, 0.98f)]],
        [[.. Arc(0.5f, 0.28f, 0.3f, 0.26f, 190, 390), new(0.18f, 0.97f), new(0.85f, 0.97f)]],
        [[.. Arc(0.47f, 0.26f, 0.3f, 0.24f, 200, 450), .. Arc(0.47f, 0.74f, 0.33f, 0.24f, 270, 520)]],
        [[new(0.65f, 0.98f), new(0.65f, 0.02f), new(0.15f, 0.68f), new(0.88f, 0.68f)]],
        [[new(0.8f, 0.03f), new(0.27f, 0.03f), .. Arc(0.48f, 0.67f, 0.32f, 0.3f, 225, 510)]],
        [Six()],
        [[new(0.15f, 0.03f), new(0.85f, 0.03f), new(0.4f, 0.98f)]],
        [Arc(0.5f, 0.26f, 0.26f, 0.24f, 0, 360), Arc(0.5f, 0.74f, 0.32f, 0.25f, 0, 360)],
        [Array.ConvertAll(Six(), point => Vector2.One - point)],
    ];

    /// <summary>The lines of a digit, each a chain of points.</summary>
    public static Vector2[][] Of(int digit) => digits[digit];

    private static Vector2[] Six() => [.. Arc(0.75f, 0.68f, 0.55f, 0.66f, 265, 180), .. Arc(0.5f, 0.7f, 0.3f, 0.28f, 180, 540)];

    // Part of an ellipse; 0 degrees is right and 90 is down.
    private static Vector2[] Arc(float centerX, float centerY, float radiusX, float radiusY, float from, float to)
    {
        int chords = (int)MathF.Ceiling(MathF.Abs(to - from) / DegreesPerChord);
        var points = new Vector2[chords + 1];
        for (int i = 0; i <= chords; i++)
        {
            (float sine, float cosine) = MathF.SinCos((from + (to - from) * i / chords) * MathF.PI / 180);
            points[i] = new(centerX + radiusX * cosine, centerY + radiusY * sine);
        }

        return points;
    }
}
