using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

/// <summary>What the table says of a function beside its values: held against them at points of intervals.</summary>
public class FunctionTableTests
{
    private static readonly double[] points = [-1e300, -40, -3, -1, -0.5, 0, 0.5, 1, 3, 40, 1e300];

    public static TheoryData<string> Names => [.. Functions.All.Where(function => function != Functions.Attained && function != Functions.ElementAt).Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_image_encloses_its_values(string name)
    {
        Function function = Functions.ByName(name);
        foreach (Interval x in Intervals)
        {
            foreach (Interval y in function.Arity > 1 ? Intervals : [Interval.All])
            {
                Interval[] operands = [x, y, function.Arity > 2 ? new Interval(-1, 3) : Interval.All];
                Interval image = Image(function, operands);
                foreach (double[] values in Points(operands, function.Arity))
                {
                    double value = function.Evaluate(values[0], values[1], values[2]);
                    Assert.True(double.IsNaN(value) || (value >= image.Low && value <= image.High), $"{name}({string.Join(", ", values)}) = {value}, outside {image}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_positive_where_the_table_says_so(string name)
    {
        Function function = Functions.ByName(name);
        // Where numbers underflow, real numbers do not.
        double[] moderate = [-40, -3, -1, -0.5, 0, 0.5, 1, 3, 40];
        foreach (double x in moderate)
        {
            foreach (double y in function.Arity > 1 ? moderate : [0.0])
            {
                foreach (double z in function.Arity > 2 ? moderate : [0.0])
                {
                    if (function.IsPositive(x > 0, y > 0, z > 0))
                        Assert.True(function.Evaluate(x, y, z) > 0, $"{name}({x}, {y}, {z}) = {function.Evaluate(x, y, z)}");
                }
            }
        }
    }

    private static Interval[] Intervals =>
    [
        .. from low in points
           from high in points
           where low <= high
           select new Interval(low, high),
    ];

    private static Interval Image(Function function, Interval[] operands) => operands[0].Low >= function.IncreasingFrom
        ? Interval.Intersection(function.Range, new Interval(function.Evaluate(operands[0].Low, 0, 0), function.Evaluate(operands[0].High, 0, 0)))
        : function.Image?.Invoke(operands[0], operands[1], operands[2]) ?? function.Range;

    private static IEnumerable<double[]> Points(Interval[] operands, int arity)
    {
        double[][] inside = [.. operands.Select((interval, operand) => operand < arity
            ? points.Where(point => point >= interval.Low && point <= interval.High).ToArray()
            : [0.0])];
        return from x in inside[0]
               from y in inside[1]
               from z in inside[2]
               select new[] { x, y, z };
    }
}
