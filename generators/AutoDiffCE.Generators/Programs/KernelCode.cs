using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Programs;

/// <summary>The programs of a kernel.</summary>
/// <param name="SharedScalars">What all samples share, of all programs.</param>
/// <param name="ValuesAndGradient">The program for value and gradient; where there is no other, it is the one for the value alone, too.</param>
/// <param name="Values">The program for the value alone, where the two have too little in common.</param>
internal sealed record KernelCode(ImmutableArray<Node> SharedScalars, KernelProgram ValuesAndGradient, KernelProgram? Values)
{
    public static KernelCode Of(ProgramInputs inputs, KernelPlan values, KernelPlan valuesAndGradient)
    {
        ImmutableArray<Node> shared = [.. Programs.SharedScalars.In(values).Concat(Programs.SharedScalars.In(valuesAndGradient)).Distinct()];
        int? valuePasses = KernelGoals.ValuePasses(values, valuesAndGradient);
        return new KernelCode(
            shared,
            ProgramBuilder.Build(inputs, valuesAndGradient, valuePasses, shared),
            valuePasses is null ? ProgramBuilder.Build(inputs, values, null, shared) : null);
    }
}
