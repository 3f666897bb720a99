namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>A parameter of a formula.</summary>
/// <param name="Name">Its name, without @.</param>
/// <param name="Sort">Row, Real or Whole.</param>
/// <param name="IsMarked">Whether it is marked [Differentiable].</param>
/// <param name="Domain">Where its numbers lie.</param>
internal sealed record Input(string Name, Sort Sort, bool IsMarked, Domain Domain);
