namespace AutoDiffCE.Exact;

/// <summary>Moves the real inputs of a sample a little, each by another distance, so that what was equal or zero is not.</summary>
/// <param name="Side">1 for upward, −1 for downward.</param>
/// <param name="Exponent">The distances are between 2^Exponent and 2^(Exponent + 1).</param>
internal sealed record Shift(int Side, int Exponent)
{
    private const int Steps = 10;

    // So many elements lie between the same elements of two inputs.
    private const int PerInput = 37;

    /// <summary>A number of an input, moved; an infinity stays where it is.</summary>
    public Ball Move(BallArithmetic arithmetic, double number, int input, int element)
    {
        if (!double.IsFinite(number))
            return Ball.Of(number);
        int step = ((input * PerInput) + element) % (1 << Steps);
        return arithmetic.Add(Ball.Of(number), Ball.Exactly(Side * ((1 << Steps) + step), Exponent - Steps));
    }
}
