using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>
/// Snapshots in the conventions of Verify.Xunit, which does not restore everywhere: what is verified lies beside the test, what was received
/// instead is left there to look at and to accept.
/// </summary>
public static class Verifier
{
    /// <summary>Compares a text with the one that was accepted for the calling test.</summary>
    public static async Task Verify(
        string target,
        string extension = "txt",
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        string name = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        string verifiedFile = $"{name}.verified.{extension}", receivedFile = $"{name}.received.{extension}";
        string received = Normalize(target);
        string? verified = File.Exists(verifiedFile) ? Normalize(await File.ReadAllTextAsync(verifiedFile)) : null;

        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }
        await File.WriteAllTextAsync(receivedFile, received);
        Assert.Fail(verified is null
            ? $"Nothing has been verified yet. Look at {receivedFile} and, if it is right, rename it to {verifiedFile}."
            : $"{receivedFile} differs from {verifiedFile}:\n{Difference(verified, received)}");
    }

    // As Verify does: the kind of line break and the one at the end say nothing.
    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    /// <summary>The lines between the first and the last difference, with a little around them.</summary>
    private static string Difference(string verified, string received)
    {
        const int Around = 3;
        string[] before = verified.Split('\n'), after = received.Split('\n');
        int same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        int shorter = Math.Min(before.Length, after.Length) - same;
        int sameAtEnd = before.Reverse().Zip(after.Reverse()).Take(shorter).TakeWhile(pair => pair.First == pair.Second).Count();

        int start = Math.Max(0, same - Around);
        IEnumerable<string> lines =
        [
            .. before[start..same].Select(line => "  " + line),
            .. before[same..^sameAtEnd].Select(line => "- " + line),
            .. after[same..^sameAtEnd].Select(line => "+ " + line),
            .. before[^sameAtEnd..].Take(Around).Select(line => "  " + line),
        ];
        return $"line {same + 1}\n" + string.Join("\n", lines);
    }
}
