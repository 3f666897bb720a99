using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// What a product has several times, taken as one: x y z x y = z (x y) (x y). What is left over stands first: z (x y) lies between z and the result, and
/// x y between 1 and (x y)², so that neither overflows nor underflows unless the result does.
/// </summary>
/// <param name="Rest">What is left over.</param>
/// <param name="Repeated">The factors of what is there several times, more than one.</param>
/// <param name="Times">How often.</param>
internal sealed record RepeatedFactors(Node[] Rest, Node[] Repeated, int Times)
{
    /// <summary>The repetition in a product; null where there is none of more than one factor.</summary>
    public static RepeatedFactors? In(IReadOnlyList<Node> factors)
    {
        IGrouping<Node, Node>[] groups = [.. factors.GroupBy(factor => factor)];
        bool isCube = groups.All(group => group.Count() % 3 == 0) && groups.Any(group => group.Count() % 2 != 0);
        int times = isCube ? 3 : 2;
        Node[] repeated = [.. groups.SelectMany(group => group.Take(group.Count() / times))];
        return repeated.Length < 2 ? null : new RepeatedFactors([.. groups.SelectMany(group => group.Take(group.Count() % times))], repeated, times);
    }
}
