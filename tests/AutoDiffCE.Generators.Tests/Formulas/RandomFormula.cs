using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

/// <summary>Formulas of a row x, a label y and the scalars z and t, made of everything that the rules look for.</summary>
internal static class RandomFormula
{
    private const int Classes = 3;

    /// <summary>A formula with one value per sample.</summary>
    public static Expression Make(Notation n, Random random, int depth)
    {
        if (depth == 0)
            return Leaf(n, random);
        Expression Scalar() => Make(n, random, depth - 1);
        Expression Row() => MakeRow(n, random, depth - 1);
        return random.Next(20) switch
        {
            0 or 1 => Scalar() + Scalar(),
            2 => Scalar() - Scalar(),
            3 => Scalar() * Scalar(),
            4 => Scalar() / (1 + n.Exp(Scalar())),
            5 => n.Exp(Scalar()) / (n.Exp(Scalar()) + n.Exp(Scalar())),
            6 => n.Log(n.Exp(Scalar()) + n.Exp(Scalar())),
            7 => n.Log(1 + n.Exp(Scalar())),
            8 => n.Log(n.Sigmoid(Scalar()) * n.Exp(Scalar())),
            9 => 1 - n.Sigmoid(Scalar()),
            10 => n.Log(n.Clamp(n.Sigmoid(Scalar()), n.Number(0.125), n.Number(0.875))),
            11 => n.Log(n.Sum(n.Exp(Row()))),
            12 => n.Softmax(Row())[n.Y],
            13 => -n.Log(n.Softmax(Row())[n.Y]),
            14 => n.Sum(Row()),
            15 => n.Max(Row()) - n.Min(Row()),
            16 => n.Where(Scalar() < Scalar(), Scalar(), Scalar()),
            17 => n.Tanh(Scalar()),
            18 => n.Sum(Row() * n.Exp(Row())) / n.Sum(n.Exp(Row())),
            _ => n.Softplus(Scalar()) - Scalar(),
        };
    }

    public static FormulaArguments Arguments(Random random)
    {
        double Number() => Math.Round((random.NextDouble() * 4) - 2, 3);
        return new FormulaArguments
        {
            Classes = Classes,
            Rows = { ["x"] = [Number(), Number(), Number()] },
            Labels = { ["y"] = random.Next(Classes) },
            Scalars = { ["z"] = Number(), ["t"] = Number() },
        };
    }

    private static Expression MakeRow(Notation n, Random random, int depth)
    {
        if (depth <= 0)
            return n.X;
        return random.Next(7) switch
        {
            0 => n.X,
            1 => MakeRow(n, random, depth - 1) - Make(n, random, depth - 1),
            2 => Make(n, random, depth - 1) * MakeRow(n, random, depth - 1),
            3 => n.Where(n.Index.Is(n.Y), Make(n, random, depth - 1), MakeRow(n, random, depth - 1)),
            4 => n.Sigmoid(MakeRow(n, random, depth - 1)),
            5 => n.Softmax(MakeRow(n, random, depth - 1)),
            _ => n.X / n.Number(3),
        };
    }

    private static Expression Leaf(Notation n, Random random) => random.Next(5) switch
    {
        0 => n.Scalar("z"),
        1 => n.Scalar("t"),
        2 => n.X[n.Y],
        3 => n.X[n.Number(0)],
        _ => n.Number(random.Next(-3, 4) * 0.7),
    };
}
