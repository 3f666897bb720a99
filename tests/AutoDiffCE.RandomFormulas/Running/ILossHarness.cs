namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>A loss that was compiled, and its formula as C#.</summary>
public interface ILossHarness : ILossMembers<float>, ILossMembers<double>
{
    /// <summary>The loss itself.</summary>
    object Loss { get; }

    /// <summary>The formula as C# runs it, for one sample.</summary>
    double[] Formula(double[][] reals, int[] wholes);
}
