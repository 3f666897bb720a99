namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>The functions of formulas as plain C# has them.</summary>
internal static class Plain
{
    /// <summary>A function of one number, by name.</summary>
    public static double Function(string name, double x) => name switch
    {
        "Exp" => LossMath.Exp(x),
        "ExpM1" => LossMath.ExpM1(x),
        "Log" => LossMath.Log(x),
        "LogP1" => LossMath.LogP1(x),
        "Sqrt" => LossMath.Sqrt(x),
        "Tanh" => LossMath.Tanh(x),
        "Sigmoid" => LossMath.Sigmoid(x),
        "Softplus" => LossMath.Softplus(x),
        "LogCosh" => LossMath.LogCosh(x),
        "LogSigmoid" => LossMath.LogSigmoid(x),
        "Erf" => LossMath.Erf(x),
        "Erfc" => LossMath.Erfc(x),
        "NormalPdf" => LossMath.NormalPdf(x),
        "NormalCdf" => LossMath.NormalCdf(x),
        "LogNormalCdf" => LossMath.LogNormalCdf(x),
        "InverseMills" => Batches.Strong.InverseMills(x),
        "Log1mExp" => LossMath.Log1mExp(x),
        "LogGamma" => LossMath.LogGamma(x),
        "Digamma" => LossMath.Digamma(x),
        "Trigamma" => LossMath.Trigamma(x),
        "Tetragamma" => Batches.Strong.Tetragamma(x),
        "Sinh" => LossMath.Sinh(x),
        "Cosh" => LossMath.Cosh(x),
        "Asinh" => LossMath.Asinh(x),
        "Acosh" => LossMath.Acosh(x),
        "Atanh" => LossMath.Atanh(x),
        "Sin" => LossMath.Sin(x),
        "Cos" => LossMath.Cos(x),
        "Asin" => LossMath.Asin(x),
        "Acos" => LossMath.Acos(x),
        "Atan" => LossMath.Atan(x),
        "Cbrt" => LossMath.Cbrt(x),
        "Floor" => LossMath.Floor(x),
        "Ceiling" => LossMath.Ceiling(x),
        "Round" => LossMath.Round(x),
        "Truncate" => LossMath.Truncate(x),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a function of one number."),
    };
}
