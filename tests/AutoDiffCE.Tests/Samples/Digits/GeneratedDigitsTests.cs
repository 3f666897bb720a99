using DigitClassifier;

namespace AutoDiffCE.Tests.Samples.Digits;

public class GeneratedDigitsTests
{
    [Fact]
    public void The_same_seed_draws_the_same_images_and_another_one_others()
    {
        DigitSet first = GeneratedDigits.Draw(20, seed: 1);
        DigitSet again = GeneratedDigits.Draw(20, seed: 1);
        DigitSet other = GeneratedDigits.Draw(20, seed: 2);
        Assert.Equal(first.Pixels, again.Pixels);
        Assert.Equal(first.Labels, again.Labels);
        Assert.NotEqual(first.Pixels, other.Pixels);
    }

    [Fact]
    public void Every_digit_occurs_and_every_image_has_ink_on_paper()
    {
        DigitSet set = GeneratedDigits.Draw(300, seed: 1);
        Assert.Equal(Enumerable.Range(0, DigitSet.Classes), set.Labels.Distinct().Order());
        for (int index = 0; index < set.Count; index++)
        {
            byte[] image = set.Image(index).ToArray();
            Assert.True(image.Max() > 100, $"Image {index} has no ink.");
            Assert.True(image.Count(pixel => pixel < 100) > image.Length / 2, $"Image {index} has no paper.");
        }
    }

    [Fact]
    public void Splitting_loses_and_doubles_nothing()
    {
        DigitSet all = new(1, 1, [.. Enumerable.Range(0, 20).Select(number => (byte)number)], new int[20]);
        (DigitSet training, DigitSet heldOut) = all.Split(6);
        Assert.Equal([0, 6, 12, 18], heldOut.Pixels);
        Assert.Equal(all.Pixels, training.Pixels.Concat(heldOut.Pixels).Order());
        Assert.Equal(training.Pixels.Length, training.Count);
    }
}
