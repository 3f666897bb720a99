using System.Numerics;

namespace AutoDiffCE.Tests.Support;

/// <summary>The generated members of any loss, in one precision.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface ILossMembers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    T Value(Call<T> call);

    T ValueAndGradient(Call<T> call);

    void Values(Call<T> call);

    void ValuesAndGradient(Call<T> call);

    void Backward(Call<T> call);

    LossTotal Total(Call<T> call);
}
