namespace AutoDiffCE.Tests.Widths;

/// <summary>A theory that is skipped, and says so, unless an environment variable is 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WhereAskedForAttribute : TheoryAttribute
{
    public WhereAskedForAttribute(string variable) => Skip = Environment.GetEnvironmentVariable(variable) == "1" ? null! : $"Run with {variable}=1.";
}
