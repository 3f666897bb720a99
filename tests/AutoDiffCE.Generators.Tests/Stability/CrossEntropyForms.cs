using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

/// <summary>Spellings of cross-entropy and its relatives, as users write them.</summary>
internal static class CrossEntropyForms
{
    /// <summary>Spellings of softmax cross-entropy.</summary>
    public static string[] OfLogits { get; } =
    [
        "-Log(Exp(x[y]) / Sum(Exp(x)))",
        "-Log(Softmax(x)[y])",
        "Log(Sum(Exp(x))) - x[y]",
        "Log(Sum(Exp(x - x[y])))",
        "LogSumExp(x) - x[y]",
        "-LogSoftmax(x)[y]",
        "Log(Sum(Exp(x - Max(x)))) + Max(x) - x[y]",
    ];

    public static Expression Write(Notation n, string form)
    {
        Expression x = n.X, y = n.Y, z = n.Scalar("z"), t = n.Scalar("t"), s = n.Scalar("s"), temperature = n.HyperParameter("T");
        return form switch
        {
            "-Log(Exp(x[y]) / Sum(Exp(x)))" => -n.Log(n.Exp(x[y]) / n.Sum(n.Exp(x))),
            "-Log(Softmax(x)[y])" => -n.Log(n.Softmax(x)[y]),
            "Log(Sum(Exp(x))) - x[y]" => n.Log(n.Sum(n.Exp(x))) - x[y],
            "Log(Sum(Exp(x - x[y])))" => n.Log(n.Sum(n.Exp(x - x[y]))),
            "LogSumExp(x) - x[y]" => n.LogSumExp(x) - x[y],
            "-LogSoftmax(x)[y]" => -n.LogSoftmax(x)[y],
            "Log(Sum(Exp(x - Max(x)))) + Max(x) - x[y]" => n.Log(n.Sum(n.Exp(x - n.Max(x)))) + n.Max(x) - x[y],
            "-Log(Clamp(Softmax(x)[y], 1e-15, 1 - 1e-15))" => -n.Log(n.Clamp(n.Softmax(x)[y], n.Number(1e-15), 1 - n.Number(1e-15))),
            "-Log(Exp(x[y] / T) / Sum(Exp(x / T)))" => -n.Log(n.Exp(x[y] / temperature) / n.Sum(n.Exp(x / temperature))),
            "Log(Sum(Exp(T * (x - x[y]))))" => n.Log(n.Sum(n.Exp(temperature * (x - x[y])))),
            "-(t * Log(Sigmoid(z)) + (1 - t) * Log(1 - Sigmoid(z)))" => -(t * n.Log(n.Sigmoid(z)) + (1 - t) * n.Log(1 - n.Sigmoid(z))),
            "Log(1 + Exp(-s * z))" => n.Log(1 + n.Exp(-s * z)),
            "-Log(1 - Softmax(x)[y])" => -n.Log(1 - n.Softmax(x)[y]),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
        };
    }
}
