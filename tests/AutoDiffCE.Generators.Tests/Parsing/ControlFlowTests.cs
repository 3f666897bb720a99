namespace AutoDiffCE.Generators.Tests.Parsing;

public class ControlFlowTests
{
    [Theory]
    [InlineData("double error = Abs(x - t); return error <= 1 ? 0.5 * error * error : error - 0.5;")]
    [InlineData("const double Scale = 1e-3; var y = x * Scale; return y * t;")]
    [InlineData("double y = x; y = y * y; y += t; y -= 1; y *= 2; y /= 3; return y;")]
    [InlineData("double a = 1, b = x; { double c = a + b; b = c; } return b * t;")]
    [InlineData("bool inside = x < t; return inside ? x : t;")]
    [InlineData("int n = 1; n++; ++n; n += 2; n--; return x * n;")]
    [InlineData("x = x * x; t += x; return t;")]
    public void Locals_hold_what_was_assigned_last(string body) => Check(body);

    [Theory]
    [InlineData("double y; if (x > t) y = x; else y = t; return y;")]
    [InlineData("double y = x; if (x > t) y = 2 * t; return y;")]
    [InlineData("double y = x; if (x > t) { } else y = 2 * t; return y;")]
    [InlineData("if (x > t) x = 2 * t; return x;")]
    [InlineData("double y = 1, z = 2; if (x > 0) { y = x; if (t > 0) z = t; } else if (t > 0) { z = x; } return y * z;")]
    [InlineData("bool far; if (x > 0) far = t > 1; else far = t < -1; return far ? x : t;")]
    [InlineData("bool far = false; if (x > 0) far = true; return far ? x : t;")]
    public void Branches_meet_in_a_choice(string body) => Check(body);

    [Theory]
    [InlineData("if (x > t) return x; return t;")]
    [InlineData("if (x > t) return x; else return t;")]
    [InlineData("if (x < -1) return 1 - x; if (x < 0) return x * t; return t;")]
    [InlineData("if (x > 0) { if (t > 0) return x * t; x = 5; } return x + t;")]
    [InlineData("if (x > 0) { if (t > 0) return x * t; x = 5; } else { if (t < 0) return -t; x = 6; } return x + t;")]
    [InlineData("if (x > 0) { if (t > 0) return x * t; } else return 3 * x; x += 1; return x + t;")]
    [InlineData("if (x > 1) return x; if (x > 0) { if (t > 1) return t; if (t > 0) return 2 * t; x = 7; } return x;")]
    [InlineData("double y = x; if (x > 0) { y = t; } else { return y; } if (t > 0) return y * 2; return y * 3 + x;")]
    public void Early_returns_are_asked_for_in_order(string body) => Check(body);

    [Fact]
    public void Rows_and_masks_can_be_locals() => FormulaOracle.AssertAgrees(
        """
        public double Formula(Row x, int label)
        {
            Row shifted = x - x[label];
            RowMask others = Index(x) != label;
            if (label == 0)
                shifted = -shifted;
            return Max(Where(others, shifted, double.NegativeInfinity));
        }
        """);

    private static void Check(string body) => FormulaOracle.AssertAgrees($"public double Formula(double x, double t) {{ {body} }}");
}
