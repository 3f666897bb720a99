using System.Numerics;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>The generated members of one loss in one precision; each program is compiled with a class that forwards to them.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface ILossMembers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Value.</summary>
    T Value(Call<T> call);

    /// <summary>ValueAndGradient.</summary>
    T ValueAndGradient(Call<T> call);

    /// <summary>Values.</summary>
    void Values(Call<T> call);

    /// <summary>ValuesAndGradient.</summary>
    void ValuesAndGradient(Call<T> call);

    /// <summary>Backward.</summary>
    void Backward(Call<T> call);

    /// <summary>Total.</summary>
    LossTotal Total(Call<T> call);
}
