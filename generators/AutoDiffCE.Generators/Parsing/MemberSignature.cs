using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>A generated member that users call.</summary>
/// <param name="Returns">The type of its result, or void.</param>
/// <param name="Name">Its name.</param>
/// <param name="Precision">float or double.</param>
/// <param name="Goal">What it asks for: the name of a member of the runtime's enumeration.</param>
/// <param name="TakesDistribution">Whether a distribution over labels takes the place of the label.</param>
/// <param name="Parameters">Its parameters, the options last.</param>
internal sealed record MemberSignature(
    string Returns, string Name, string Precision, string Goal, bool TakesDistribution, ImmutableArray<MemberParameter> Parameters)
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
