using System.Collections.Immutable;
using AutoDiffCE.Batches;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>A generated member that users call.</summary>
/// <param name="Returns">The type of its result, or void.</param>
/// <param name="Name">Its name.</param>
/// <param name="Precision">float or double.</param>
/// <param name="Goal">What it asks for.</param>
/// <param name="TakesDistribution">Whether a distribution over labels takes the place of the label.</param>
/// <param name="Parameters">Its parameters, the options last.</param>
internal sealed record MemberSignature(
    string Returns, string Name, string Precision, BatchGoal Goal, bool TakesDistribution, ImmutableArray<MemberParameter> Parameters)
{
    /// <summary>Whether an input of the formula has the name of another parameter.</summary>
    public bool Repeats(string input) => HasInput(input) && Parameters.Any(parameter => !parameter.IsInput && parameter.Name == input);

    /// <summary>The name of a parameter, which no other has, also in the members of a formula that is in error for the names of its inputs.</summary>
    public string NameOf(MemberParameter parameter)
    {
        string name = parameter.Name;
        while (!parameter.IsInput && HasInput(name))
            name += "2";
        return name;
    }

    private bool HasInput(string name) => Parameters.Any(parameter => parameter.IsInput && parameter.Name == name);
}

/// <summary>A parameter of a generated member.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name: for an input, the formula's own.</param>
/// <param name="Slot">The member of the runtime's BatchCall that takes it.</param>
/// <param name="IsInput">Whether it is an input of the formula.</param>
internal sealed record MemberParameter(string Type, string Name, string Slot, bool IsInput = false);
