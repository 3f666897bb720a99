namespace AutoDiffCE.Checking;

/// <summary>A gradient is not what it should be; the message is the whole report.</summary>
public sealed class GradientCheckException : Exception
{
    /// <summary>An exception without a report.</summary>
    public GradientCheckException()
        : base("A gradient is not what it should be.")
    {
    }

    /// <summary>An exception with a report as its message.</summary>
    /// <param name="message">The report.</param>
    public GradientCheckException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a report as its message, and what led to it.</summary>
    /// <param name="message">The report.</param>
    /// <param name="innerException">What led to it.</param>
    public GradientCheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
