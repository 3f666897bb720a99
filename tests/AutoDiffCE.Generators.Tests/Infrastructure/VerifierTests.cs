using VerifyXunit;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

public sealed class VerifierTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory().FullName;

    private string SourceFile => Path.Combine(directory, "SomeTests.cs");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task What_was_verified_passes_whatever_its_line_breaks()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "SomeTests.Method.verified.cs"), "one\r\ntwo\r\n");

        await Verifier.Verify("one\ntwo", "cs", SourceFile, "Method");

        Assert.Single(Directory.GetFiles(directory));
    }

    [Fact]
    public async Task What_differs_fails_with_the_lines_and_is_left_to_look_at()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "SomeTests.Method.verified.txt"), "one\ntwo\nthree");

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Verifier.Verify("one\n2\nthree", sourceFile: SourceFile, method: "Method"));

        Assert.EndsWith("line 2\n  one\n- two\n+ 2\n  three", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\nthree", await File.ReadAllTextAsync(Path.Combine(directory, "SomeTests.Method.received.txt")));
    }

    [Fact]
    public async Task What_nobody_has_verified_fails()
    {
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Verifier.Verify("new", sourceFile: SourceFile, method: "Method"));

        Assert.True(File.Exists(Path.Combine(directory, "SomeTests.Method.received.txt")));
    }
}
