using System.Globalization;

namespace AutoDiffCE.Tests.Api;

public class RowTests
{
    [Fact]
    public void Is_made_by_collection_expression_array_and_span()
    {
        Row fromExpression = [1, 2, 3];
        Row fromArray = new double[] { 1, 2, 3 };
        ReadOnlySpan<double> span = [1, 2, 3];

        Assert.Equal(fromExpression, fromArray);
        Assert.Equal(fromExpression, new Row(span));
        Assert.Equal(fromExpression, new Row(new double[] { 1, 2, 3 }));
    }

    [Fact]
    public void Keeps_its_values_when_the_array_it_came_from_changes()
    {
        double[] source = [1, 2];
        Row row = source;
        source[0] = 9;

        Assert.Equal(1, row[0]);
    }

    [Fact]
    public void Default_is_the_empty_row()
    {
        Row row = default;

        Assert.Equal(0, row.Length);
        Assert.Equal<Row>([], row);
        Assert.Equal(((Row)[]).GetHashCode(), row.GetHashCode());
        Assert.Equal("[]", row.ToString());
        Assert.Equal(0, (row + 1).Length);
        foreach (double value in row) Assert.Fail($"The empty row has the value {value}.");
    }

    [Fact]
    public void Null_array_is_refused()
    {
        double[] missing = null!;

        Assert.Throws<ArgumentNullException>(() => new Row(missing));
        Assert.Throws<ArgumentNullException>(() => (Row)missing);
    }

    [Fact]
    public void Is_indexed_from_both_ends_and_enumerated_in_order()
    {
        Row row = [1, 2, 3];
        var seen = new List<double>();
        foreach (double value in row) seen.Add(value);

        Assert.Equal([1, 2, 3], seen);
        Assert.Equal([1, 2, 3], row.AsSpan().ToArray());
        Assert.Equal(2, row[1]);
        Assert.Equal(3, row[^1]);
        Assert.Throws<IndexOutOfRangeException>(() => row[3]);
        Assert.Throws<IndexOutOfRangeException>(() => row[-1]);
        Assert.Throws<IndexOutOfRangeException>(() => row[^4]);
    }

    [Fact]
    public void Short_rows_match_list_patterns()
    {
        Row row = [3, 4];

        Assert.True(row is [double first, double second] && first == 3 && second == 4);
        Assert.False(row is [_, _, _]);
    }

    [Fact]
    public void With_replaces_one_value_in_a_copy()
    {
        Row row = [1, 2, 3];
        Row changed = row.With(1, 9);

        Assert.Equal<Row>([1, 9, 3], changed);
        Assert.Equal<Row>([1, 2, 3], row);
        Assert.Throws<ArgumentOutOfRangeException>("label", () => row.With(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => row.With(-1, 0));
    }

    [Fact]
    public void Arithmetic_is_class_by_class()
    {
        Row left = [6, 8];
        Row right = [3, 2];

        Assert.Equal<Row>([9, 10], left + right);
        Assert.Equal<Row>([3, 6], left - right);
        Assert.Equal<Row>([18, 16], left * right);
        Assert.Equal<Row>([2, 4], left / right);
        Assert.Equal<Row>([-6, -8], -left);
    }

    [Fact]
    public void Scalars_meet_rows_on_either_side()
    {
        Row row = [2, 4];

        Assert.Equal<Row>([3, 5], row + 1);
        Assert.Equal<Row>([3, 5], 1 + row);
        Assert.Equal<Row>([1, 3], row - 1);
        Assert.Equal<Row>([-1, -3], 1 - row);
        Assert.Equal<Row>([6, 12], row * 3);
        Assert.Equal<Row>([6, 12], 3 * row);
        Assert.Equal<Row>([0.5, 1], row / 4);
        Assert.Equal<Row>([2, 1], 4 / row);
    }

    [Fact]
    public void Comparisons_of_rows_are_class_by_class()
    {
        Row left = [1, 2, 3, double.NaN];
        Row right = [2, 2, 2, double.NaN];

        AssertMask([true, false, false, false], left < right);
        AssertMask([true, true, false, false], left <= right);
        AssertMask([false, false, true, false], left > right);
        AssertMask([false, true, true, false], left >= right);
        AssertMask([false, true, false, false], left == right);
        AssertMask([true, false, true, true], left != right);
    }

    [Fact]
    public void Comparisons_with_scalars_are_class_by_class()
    {
        Row row = [1, 2, 3];

        AssertMask([true, false, false], row < 2);
        AssertMask([true, true, false], row <= 2);
        AssertMask([false, false, true], row > 2);
        AssertMask([false, true, true], row >= 2);
        AssertMask([false, true, false], row == 2);
        AssertMask([true, false, true], row != 2);
        AssertMask([false, false, true], 2 < row);
        AssertMask([false, true, true], 2 <= row);
        AssertMask([true, false, false], 2 > row);
        AssertMask([true, true, false], 2 >= row);
        AssertMask([false, true, false], 2 == row);
        AssertMask([true, false, true], 2 != row);
    }

    [Fact]
    public void Rows_of_different_lengths_are_refused_with_both_lengths()
    {
        Row two = [1, 2];
        Row three = [1, 2, 3];
        Action[] meetings =
        [
            () => _ = two + three, () => _ = two - three, () => _ = two * three, () => _ = two / three,
            () => _ = two < three, () => _ = two <= three, () => _ = two > three, () => _ = two >= three,
            () => _ = two == three, () => _ = two != three,
        ];

        foreach (Action meeting in meetings)
        {
            string message = Assert.Throws<ArgumentException>(meeting).Message;
            Assert.Contains("2", message, StringComparison.Ordinal);
            Assert.Contains("3", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Equals_compares_whole_rows()
    {
        Row row = [1, double.NaN, 0];
        Row same = [1, double.NaN, -0.0];

        Assert.True(row.Equals(same));
        Assert.True(row.Equals((object)same));
        Assert.Equal(row.GetHashCode(), same.GetHashCode());
        Assert.False(row.Equals([1, double.NaN]));
        Assert.False(row.Equals([1, double.NaN, 2]));
        Assert.False(row.Equals("row"));
    }

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        Row row = [0.5, -1];
        CultureInfo before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = commas;
            Assert.Equal("[0.5, -1]", row.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertMask(bool[] expected, RowMask actual) => Assert.Equal(expected, actual.AsSpan().ToArray());
}
