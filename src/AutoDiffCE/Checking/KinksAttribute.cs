using System.ComponentModel;
using System.Reflection;

namespace AutoDiffCE.Checking;

/// <summary>
/// Says where the formula of a loss can have kinks, so that <see cref="GradientCheck"/> names the places, and takes no sharp bend for a kink where there
/// are none. The generator writes it; a class with members written by hand may have one, too. A class without it can have kinks anywhere.
/// </summary>
/// <param name="places">Equations between inputs, such as <c>prediction = target</c>; none for a loss that is smooth everywhere.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KinksAttribute(params string[] places) : Attribute
{
    /// <summary>Equations between inputs; none for a loss that is smooth everywhere.</summary>
    public IReadOnlyList<string> Places { get; } = places;

    /// <summary>The places of the class of an object; null where it does not say.</summary>
    internal static IReadOnlyList<string>? PlacesOf(object? instance) => instance?.GetType().GetCustomAttribute<KinksAttribute>(inherit: false)?.Places;
}
