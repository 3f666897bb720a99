namespace DigitClassifier;

/// <summary>Images of digits, with what they show.</summary>
/// <param name="Rows">The height of an image.</param>
/// <param name="Columns">The width of an image.</param>
/// <param name="Pixels">The images one after the other, row by row; 0 is paper and 255 is ink.</param>
/// <param name="Labels">The digit in each image.</param>
internal sealed record DigitSet(int Rows, int Columns, byte[] Pixels, int[] Labels)
{
    /// <summary>How many different digits there are.</summary>
    public const int Classes = 10;

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Length;

    /// <summary>How many pixels an image has.</summary>
    public int PixelsPerImage => Rows * Columns;

    /// <summary>One image.</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.AsSpan(index * PixelsPerImage, PixelsPerImage);

    /// <summary>Writes images as a network takes them, with numbers from 0 to 1, and their labels.</summary>
    public void CopyTo(ReadOnlySpan<int> indices, Span<float> images, Span<int> labels)
    {
        for (int sample = 0; sample < indices.Length; sample++)
        {
            ReadOnlySpan<byte> image = Image(indices[sample]);
            Span<float> destination = images.Slice(sample * PixelsPerImage, PixelsPerImage);
            for (int pixel = 0; pixel < image.Length; pixel++)
                destination[pixel] = image[pixel] / 255f;
            labels[sample] = Labels[indices[sample]];
        }
    }

    /// <summary>Puts every <paramref name="interval"/>-th image into a set of its own, to be held out of training.</summary>
    public (DigitSet Training, DigitSet HeldOut) Split(int interval)
    {
        int[] all = [.. Enumerable.Range(0, Count)];
        return (Pick([.. all.Where(index => index % interval != 0)]), Pick([.. all.Where(index => index % interval == 0)]));
    }

    private DigitSet Pick(int[] indices)
    {
        byte[] pixels = new byte[indices.Length * PixelsPerImage];
        for (int place = 0; place < indices.Length; place++)
            Image(indices[place]).CopyTo(pixels.AsSpan(place * PixelsPerImage));
        return this with { Pixels = pixels, Labels = Array.ConvertAll(indices, index => Labels[index]) };
    }
}
