namespace AutoDiffCE;

// What no derivative flows through.
public static partial class LossMath
{
    /// <summary>
    /// x, as a constant to derivatives: for weights and targets that a model is not to learn from, though they are made of what it predicted. Elsewhere known as
    /// <c>detach</c> or <c>stop_gradient</c>.
    /// </summary>
    /// <remarks>
    /// Derivative: 0, whatever x is made of. The value is as accurate as it is without: what is rewritten for it is seen inside, too. Between x and
    /// <c>StopGradient(x)</c>, Max and Min are tied, and half of the gradient flows to x.
    /// </remarks>
    public static double StopGradient(double x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static Row StopGradient(Row x) => x;
}
