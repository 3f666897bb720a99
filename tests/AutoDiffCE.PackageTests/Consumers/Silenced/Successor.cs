using System.Diagnostics.CodeAnalysis;
using AutoDiffCE;

[assembly: SuppressMessage("AutoDiffCE", "ADCE010", Scope = "module")]

namespace Silenced;

[Loss]
[SuppressMessage("AutoDiffCE", "ADCE010")]
public sealed partial class Successor
{
#pragma warning disable ADCE010
    public double Formula(double prediction, double target) => Math.BitIncrement(prediction - target);
#pragma warning restore ADCE010
}
