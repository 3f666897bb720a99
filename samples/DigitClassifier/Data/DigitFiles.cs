namespace DigitClassifier;

/// <summary>Sets of digits as two IDX files, one of images and one of labels, as MNIST comes.</summary>
internal static class DigitFiles
{
    private const int ImageDimensions = 3;
    private const int LabelDimensions = 1;

    /// <summary>Reads images and their labels.</summary>
    /// <exception cref="InvalidDataException">The files are not what they should be, or do not belong together.</exception>
    public static DigitSet Read(string imagesPath, string labelsPath)
    {
        IdxArray images = IdxFile.Read(imagesPath, ImageDimensions);
        IdxArray labels = IdxFile.Read(labelsPath, LabelDimensions);
        if (images.Lengths[0] != labels.Lengths[0])
            throw new InvalidDataException($"{imagesPath} has {images.Lengths[0]} images, but {labelsPath} has {labels.Lengths[0]} labels.");
        if (images.Elements.Length == 0) throw new InvalidDataException($"{imagesPath} has no pixels.");
        int wrong = Array.FindIndex(labels.Elements, label => label >= DigitSet.Classes);
        if (wrong >= 0) throw new InvalidDataException($"{labelsPath} says that image {wrong} shows {labels.Elements[wrong]}, which is no digit.");
        return new(images.Lengths[1], images.Lengths[2], images.Elements, Array.ConvertAll(labels.Elements, label => (int)label));
    }

    /// <summary>Writes images and their labels.</summary>
    public static void Write(DigitSet set, string imagesPath, string labelsPath)
    {
        IdxFile.Write(imagesPath, new([set.Count, set.Rows, set.Columns], set.Pixels));
        IdxFile.Write(labelsPath, new([set.Count], Array.ConvertAll(set.Labels, label => (byte)label)));
    }
}
