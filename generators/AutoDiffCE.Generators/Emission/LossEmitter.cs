using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes the generated part of a loss.</summary>
internal static class LossEmitter
{
    public static string Emit(LossModel model) => throw new NotSupportedException(model.TypeName);
}
