using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What is wrong with one loss. Problems live as long as parsing does.</summary>
internal sealed class Problems
{
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Whether C# itself has an error to report here: whatever else seems wrong may follow from it.</summary>
    public bool IsInvalid { get; private set; }

    /// <summary>How many diagnostics there are.</summary>
    public int Total => diagnostics.Count;

    /// <summary>How many errors there are; what is worth a look only is none.</summary>
    public int Count { get; private set; }

    public bool Any => IsInvalid || Count > 0;

    /// <summary>The first error of C# in the formula itself, where there is one.</summary>
    public Diagnostic? OfCSharp { get; set; }

    /// <summary>The first error with its place, for the members that only throw; null where there is none.</summary>
    public string? First => (IsInvalid ? OfCSharp : diagnostics.FirstOrDefault(IsError)) is { } error ? Describe(error)
        : IsInvalid ? "CS: an error outside of the formula, that C# reports"
        : null;

    /// <summary>Forgets all but the first so many, which is how many there were before something was read in vain.</summary>
    public void Rewind(int diagnostics, int count)
    {
        this.diagnostics.RemoveRange(diagnostics, this.diagnostics.Count - diagnostics);
        Count = count;
    }

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        Report(Diagnostic.Create(descriptor, location, arguments));

    public void Report(Diagnostic diagnostic)
    {
        // What is wrong in a method is so at each of its calls.
        if (!diagnostics.Any(known => known.Location == diagnostic.Location && Describe(known) == Describe(diagnostic)))
            diagnostics.Add(diagnostic);
        Count += IsError(diagnostic) ? 1 : 0;
    }

    public void Invalidate() => IsInvalid = true;

    /// <summary>C# has nothing to report after all; what seemed wrong followed from it.</summary>
    public void Validate()
    {
        IsInvalid = false;
        diagnostics.Clear();
        Count = 0;
    }

    /// <summary>What to report: nothing where C# reports an error of its own.</summary>
    public ImmutableArray<Diagnostic> ToReport() => IsInvalid ? [] : [.. diagnostics];

    /// <summary>An error in one line, its file without the folder: the same on every machine.</summary>
    public static string Describe(Diagnostic error)
    {
        FileLinePositionSpan place = error.Location.GetMappedLineSpan();
        string file = place.Path.Substring(place.Path.LastIndexOfAny(['/', '\\']) + 1);
        string message = error.GetMessage(CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"{error.Id} at {file}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {message}");
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
