namespace AutoDiffCE.Checking;

/// <summary>
/// Says where the formula of a loss can have kinks, so that <see cref="GradientCheck"/> looks for them there only. The generator writes it; a loss
/// with members written by hand may have one, too. A loss without it can have kinks anywhere.
/// </summary>
/// <param name="places">Equations between inputs, such as <c>prediction = target</c>; none for a loss that is smooth everywhere.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KinksAttribute(params string[] places) : Attribute
{
    /// <summary>Equations between inputs; none for a loss that is smooth everywhere.</summary>
    public IReadOnlyList<string> Places { get; } = places;
}
