using System.Globalization;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    private const int LongestName = 100;

    /// <summary>A name that every file system takes, and that no other loss of the project has.</summary>
    /// <param name="typeName">The full name of the loss.</param>
    /// <param name="hasTwin">Whether there is another whose name differs by case only: hosts compare names without regard to it.</param>
    public static string Of(string typeName, bool hasTwin)
    {
        bool isUsual = !hasTwin && typeName.Length <= LongestName && typeName.Split('.').All(IsUsual);
        if (isUsual)
            return typeName + ".g.cs";

        string last = typeName.Substring(typeName.LastIndexOf('.') + 1);
        string plain = new([.. last.Where(IsPlain).Take(LongestName / 2)]);
        return plain + "_" + Hash(typeName).ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }

    /// <summary>The name of the file for what a formula leaves to C#. No type has a hyphen in its name.</summary>
    /// <param name="hintName">That of the loss.</param>
    public static string OfCSharp(string hintName) => hintName.Substring(0, hintName.Length - ".g.cs".Length) + "-Captured.g.cs";

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
