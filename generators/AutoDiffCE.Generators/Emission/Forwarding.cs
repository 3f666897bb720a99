using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Parameters of a class that are named like a parameter of a generated member, which hides them there: a property hands each on.</summary>
internal static class Forwarding
{
    /// <summary>The loss, with captures that every member can reach.</summary>
    public static LossModel Apply(LossModel model)
    {
        if (model.Formula is not { } formula)
            return model;
        HashSet<string> hidden = [.. MemberSignatures.Of(model.Shape, [.. model.Inputs])
            .SelectMany(signature => signature.Parameters).Select(parameter => parameter.Name)];
        HyperParameter[] reachable = [.. formula.HyperParameters.Select(parameter =>
            parameter.Forward is { } property && hidden.Contains(parameter.Spelling) ? parameter with { Access = Access(property) } : parameter)];
        return model with { Formula = formula with { HyperParameters = new([.. reachable]) } };
    }

    public static void Write(SourceWriter writer, IEnumerable<HyperParameter> hyperParameters)
    {
        foreach (HyperParameter parameter in hyperParameters.Where(parameter => parameter.Forward is { } property && parameter.Access == Access(property)))
        {
            writer.Line($"private {Type(parameter)} {CSharpNames.Escape(parameter.Forward!)} => {CSharpNames.Escape(parameter.Spelling)};");
            writer.Line();
        }
    }

    private static string Access(string property) => "this." + CSharpNames.Escape(property);

    private static string Type(HyperParameter parameter) => parameter switch
    {
        { IsArray: true } => "double[]",
        { IsRow: true } => "global::AutoDiffCE.Row",
        { IsFlag: true } => "bool",
        _ => "double",
    };
}
