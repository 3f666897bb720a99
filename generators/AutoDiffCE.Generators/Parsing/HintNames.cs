using System.Globalization;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    private const int LongestName = 100;

    /// <summary>
    /// A name that every file system takes. Hosts compare names without regard to case, so one that does not follow the usual casing gets
    /// a hash too.
    /// </summary>
    public static string Of(string typeName)
    {
        bool isUsual = typeName.Length <= LongestName && typeName.Split('.').All(IsUsual);
        if (isUsual)
            return typeName + ".g.cs";

        string last = typeName.Substring(typeName.LastIndexOf('.') + 1);
        string plain = new([.. last.Where(IsPlain).Take(LongestName / 2)]);
        return plain + "_" + Hash(typeName).ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }

    private static bool IsUsual(string part) => part.Length > 0 && part[0] is >= 'A' and <= 'Z' && part.All(IsPlain);

    private static bool IsPlain(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9');

    // Fowler, Noll and Vo, 32 bits: the same in every process, unlike string.GetHashCode.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
            hash = unchecked((hash ^ letter) * 16777619);
        return hash;
    }
}
