using DigitClassifier;

namespace AutoDiffCE.Tests.Samples.Digits;

public sealed class DigitFilesTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("digits");

    public void Dispose() => directory.Delete(recursive: true);

    [Theory]
    [InlineData("images", "labels")]
    [InlineData("images.gz", "labels.gz")]
    public void Digits_come_back_as_they_were_written(string images, string labels)
    {
        DigitSet written = GeneratedDigits.Draw(17, seed: 3);
        DigitFiles.Write(written, File(images), File(labels));
        DigitSet read = DigitFiles.Read(File(images), File(labels));
        Assert.Equal((written.Rows, written.Columns, written.Count), (read.Rows, read.Columns, read.Count));
        Assert.Equal(written.Pixels, read.Pixels);
        Assert.Equal(written.Labels, read.Labels);
    }

    [Fact]
    public void The_format_is_that_of_MNIST()
    {
        DigitFiles.Write(new(2, 3, [1, 2, 3, 4, 5, 6], [7]), File("images"), File("labels"));
        Assert.Equal([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6], System.IO.File.ReadAllBytes(File("images")));
        Assert.Equal([0, 0, 8, 1, 0, 0, 0, 1, 7], System.IO.File.ReadAllBytes(File("labels")));
    }

    [Fact]
    public void Compression_is_told_from_the_content_whatever_the_name()
    {
        DigitSet written = GeneratedDigits.Draw(2, seed: 4);
        DigitFiles.Write(written, File("images.gz"), File("labels.gz"));
        System.IO.File.Move(File("images.gz"), File("images"));
        Assert.Equal(written.Pixels, DigitFiles.Read(File("images"), File("labels.gz")).Pixels);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "not an IDX file")]
    [InlineData(new byte[] { 0, 0 }, "not an IDX file")]
    [InlineData(new byte[] { 0, 0, 0x0D, 3, 0, 0, 0, 0 }, "type 0x0D")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 0 }, "1 dimensions instead of 3")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 1 }, "cut off within its header")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 9 }, "announces 1 × 1 × 2 elements, but 1 follow. The file is cut off")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9, 9 }, "but 2 follow. There is more")]
    [InlineData(new byte[] { 0, 0, 8, 3, 127, 0, 0, 1, 127, 0, 0, 1, 127, 0, 0, 2, 9 }, "but 1 follow")]
    [InlineData(new byte[] { 0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 1, 0, 0, 0, 1 }, "of length -1")]
    [InlineData(new byte[] { 0x1F, 0x8B, 77, 77, 77, 77, 77, 77, 77, 77, 77, 77 }, "cannot be decompressed")]
    public void A_file_that_is_no_set_of_images_is_named_with_what_is_wrong(byte[] content, string reason)
    {
        System.IO.File.WriteAllBytes(File("images"), content);
        DigitFiles.Write(new(1, 1, [0], [0]), File("other"), File("labels"));
        var exception = Assert.Throws<InvalidDataException>(() => DigitFiles.Read(File("images"), File("labels")));
        Assert.Contains(File("images"), exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        DigitFiles.Write(GeneratedDigits.Draw(2, seed: 5), File("images"), File("labels"));
        DigitFiles.Write(GeneratedDigits.Draw(3, seed: 5), File("others"), File("other labels"));
        var exception = Assert.Throws<InvalidDataException>(() => DigitFiles.Read(File("images"), File("other labels")));
        Assert.Contains("2 images", exception.Message, StringComparison.Ordinal);
        Assert.Contains("3 labels", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_no_digit_is_refused()
    {
        DigitFiles.Write(new(1, 1, [0, 0], [3, 10]), File("images"), File("labels"));
        var exception = Assert.Throws<InvalidDataException>(() => DigitFiles.Read(File("images"), File("labels")));
        Assert.Contains("image 1 shows 10", exception.Message, StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(directory.FullName, name);
}
