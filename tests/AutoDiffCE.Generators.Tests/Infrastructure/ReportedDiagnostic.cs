using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>What a user sees of a diagnostic.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Message">Its message.</param>
/// <param name="Text">The text under the squiggle.</param>
public sealed record ReportedDiagnostic(string Id, string Message, string Text)
{
    public static ReportedDiagnostic Of(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "");
}
