namespace AutoDiffCE.RandomFormulas.Growth;

/// <summary>Formulas that grow in one way.</summary>
/// <param name="Name">What grows.</param>
/// <param name="First">The first size; each following one is twice as large.</param>
/// <param name="Body">The members of the class, formula included, at a size.</param>
internal sealed record GrowthShape(string Name, int First, Func<int, string> Body);
