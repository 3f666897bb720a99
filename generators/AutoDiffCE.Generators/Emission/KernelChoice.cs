using System.Collections.Immutable;
using AutoDiffCE.Batches;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes which kernel computes a call: by how the conditions on hyper-parameters turn out, and by what the call asks for.</summary>
/// <param name="model">The loss.</param>
/// <param name="values">How it reads what it captures.</param>
internal sealed class KernelChoice(LossModel model, CapturedValues values)
{
    private readonly string call = values.Call;

    /// <summary>Writes the method that chooses. The last kernel needs no condition: one of them is it.</summary>
    public void Write(SourceWriter writer, string signature, ImmutableArray<CompiledVariant> variants)
    {
        (string Condition, string Result)[] choices = [.. variants.SelectMany(Choices)];
        string last = choices[choices.Length - 1].Result;
        string[] locals = values.LocalsOf([.. choices.SelectMany(choice => new[] { choice.Condition, choice.Result })]);
        if (choices.Length == 1 && locals.Length == 0)
        {
            writer.Line(signature + " =>");
            writer.Line($"    {last};");
            return;
        }
        writer.Open(signature);
        foreach (string local in locals)
            writer.Line(local);
        foreach ((string condition, string result) in choices.Take(choices.Length - 1))
        {
            writer.Line($"if ({condition})");
            writer.Line($"    {(result.StartsWith("throw", StringComparison.Ordinal) ? "" : "return ")}{result};");
        }
        writer.Line($"return {last};");
        writer.Close();
    }

    private (string Condition, string Result)[] Choices(CompiledVariant variant)
    {
        string conditions = ConditionText.Write(variant.Conditions, model.Formula!.HyperParameters, values.Read);
        string And(string condition) => conditions.Length == 0 ? condition : conditions + " && " + condition;
        return variant.Loss switch
        {
            MapLoss map =>
            [
                (And($"{call}.Goal == {Goal(BatchGoal.Rows)}"), Run(map.Forward)),
                (And($"{call}.Goal == {Goal(BatchGoal.RowsBackward)}"), Run(map.Backward)),
                (conditions, Run(map.Both)),
            ],
            LabelLoss label =>
            [
                (And($"{call}.HasLabelDistribution"), label.Distribution is null ? NoDistribution : Run(label.Distribution)),
                (And("base.LabelSmoothing != 0"), Run(label.Smoothed)),
                (conditions, Run(label.Plain)),
            ],
            _ => [(conditions, Run(variant.Loss.Main))],
        };
    }

    /// <summary>A goal, as C#.</summary>
    public static string Goal(BatchGoal goal) => $"global::{typeof(BatchGoal).FullName}.{goal}";

    private string NoDistribution => "throw new global::System.NotSupportedException("
        + $"\"A label of {model.TypeName} can be a class that the row has no element for, so a distribution over its labels is no row of the batch.\")";

    private string Run(CompiledKernel kernel)
    {
        string type = $"global::{LossEmitter.KernelNamespace(model)}.{kernel.Name}";
        var names = new NameTable(kernel);
        string captured = string.Join(", ", kernel.HyperParameters.Select(parameter =>
            $"{names.Captured(parameter.Name)} = {values.Read(parameter)}{(parameter.IsFlag ? " ? 1 : 0" : "")}"));
        string fields = captured.Length == 0 ? "()" : " { " + captured + " }";
        return $"global::AutoDiffCE.Batches.BatchDriver.Run(this, {type}.Shape, new {type}{fields}, {call}{CapturedClasses(kernel)})";
    }

    // Where no input is a row, one that the loss captures tells the number of classes, which the others must have too.
    private string CapturedClasses(CompiledKernel kernel)
    {
        HyperParameter? row = kernel.HyperParameters.Where(parameter => parameter.IsRow).OrderBy(row => row.IsOptional).FirstOrDefault();
        return row is null || kernel.RealInputs.Any(input => input.Kind.IsRow)
            ? ""
            : $" with {{ Classes = global::AutoDiffCE.Batches.SharedRow.Classes({SymbolDisplay.FormatLiteral(row.Spelling, quote: true)}, {values.Read(row)}.Length) }}";
    }
}
