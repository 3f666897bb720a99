using System.Numerics;

namespace DigitClassifier;

/// <summary>Draws digits that differ as handwriting does: in place, size, slant, pen, ink, focus and dirt.</summary>
internal sealed class GeneratedDigits
{
    /// <summary>The width and height of an image, as in MNIST.</summary>
    public const int Side = 28;

    private const float UsualHeight = 19;

    private readonly Random random;
    private readonly float[] ink = new float[Side * Side];
    private readonly float[] blurred = new float[Side * Side];

    private GeneratedDigits(int seed) => random = new Random(seed);

    /// <summary>Draws a set of images. The same seed gives the same images.</summary>
    public static DigitSet Draw(int count, int seed)
    {
        var digits = new GeneratedDigits(seed);
        byte[] pixels = new byte[count * Side * Side];
        int[] labels = new int[count];
        for (int index = 0; index < count; index++)
        {
            labels[index] = digits.random.Next(DigitSet.Classes);
            digits.Draw(labels[index], pixels.AsSpan(index * Side * Side, Side * Side));
        }

        return new(Side, Side, pixels, labels);
    }

    private void Draw(int digit, Span<byte> image)
    {
        Array.Clear(ink);
        Matrix3x2 placement = Placement();
        float radius = Between(0.7f, 1.7f);
        foreach (Vector2[] line in Strokes.Of(digit))
        {
            for (int i = 0; i + 1 < line.Length; i++)
                Segment(Vector2.Transform(line[i], placement), Vector2.Transform(line[i + 1], placement), radius);
        }

        Blur(Between(0, 0.25f));
        Develop(image);
    }

    // From the square of side 1 to pixels: slanted, scaled, turned and shifted.
    private Matrix3x2 Placement()
    {
        float height = UsualHeight * Between(0.75f, 1.15f);
        float width = height * Between(0.65f, 0.95f);
        return Matrix3x2.CreateTranslation(-0.5f, -0.5f)
            * Matrix3x2.CreateScale(width, height)
            * Matrix3x2.CreateSkew(Between(-0.2f, 0.2f), 0)
            * Matrix3x2.CreateRotation(Between(-0.2f, 0.2f))
            * Matrix3x2.CreateTranslation(Side / 2f + Between(-3, 3), Side / 2f + Between(-3, 3));
    }

    // A pixel is as dark as the pen covers it: all within the radius, nothing a pixel further out.
    private void Segment(Vector2 from, Vector2 to, float radius)
    {
        Vector2 direction = to - from;
        float squaredLength = Math.Max(direction.LengthSquared(), float.Epsilon);
        (int left, int right) = Reach(from.X, to.X, radius);
        (int top, int bottom) = Reach(from.Y, to.Y, radius);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                var center = new Vector2(column + 0.5f, row + 0.5f);
                float along = Math.Clamp(Vector2.Dot(center - from, direction) / squaredLength, 0, 1);
                float distance = Vector2.Distance(center, from + along * direction);
                ref float pixel = ref ink[row * Side + column];
                pixel = Math.Max(pixel, Math.Clamp(radius + 0.5f - distance, 0, 1));
            }
        }
    }

    private static (int First, int Last) Reach(float from, float to, float radius) =>
        ((int)Math.Max(0, Math.Min(from, to) - radius - 1), (int)Math.Min(Side - 1, Math.Max(from, to) + radius + 1));

    // Each pixel gives a share of its ink to each of its neighbors, first along the rows, then along the columns.
    private void Blur(float share)
    {
        Spread(ink, blurred, share, 1);
        Spread(blurred, ink, share, Side);
    }

    private static void Spread(ReadOnlySpan<float> source, Span<float> destination, float share, int step)
    {
        for (int pixel = 0; pixel < source.Length; pixel++)
        {
            float before = pixel >= step ? source[pixel - step] : 0;
            float after = pixel + step < source.Length ? source[pixel + step] : 0;
            destination[pixel] = (1 - 2 * share) * source[pixel] + share * (before + after);
        }
    }

    // Contrast, a gray paper, and noise.
    private void Develop(Span<byte> image)
    {
        float paper = Between(0, 0.15f);
        float contrast = Between(0.55f, 1) - paper;
        float noise = Between(0.02f, 0.15f);
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            float brightness = paper + contrast * ink[pixel] + noise * (float)Gaussian();
            image[pixel] = (byte)MathF.Round(255 * Math.Clamp(brightness, 0, 1));
        }
    }

    private float Between(float lowest, float highest) => lowest + (highest - lowest) * random.NextSingle();

    // A uniform number has variance 1/12, so four of them have 1/3; their sum is near enough to a normal one for noise.
    private double Gaussian() => Math.Sqrt(3) * (random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2);
}
