namespace AutoDiffCE.Checking;

/// <summary>What a <see cref="GradientCheck"/> found; its text is a summary, a table of the worst elements, and a heat map where anything is wrong.</summary>
public sealed class GradientReport
{
    internal GradientReport(string title, int seed, ElementLayout layout, IReadOnlyList<string>? kinks, IEnumerable<GradientElement> elements)
    {
        Title = title;
        Seed = seed;
        Layout = layout;
        Kinks = kinks;
        Elements = [.. elements];
    }

    /// <summary>What was checked.</summary>
    public string Title { get; }

    /// <summary>Where the random numbers of the check started.</summary>
    public int Seed { get; }

    /// <summary>
    /// Where the formula can have kinks, by the <see cref="KinksAttribute"/> of its class: equations between inputs. Empty if nowhere; null where nothing
    /// says so.
    /// </summary>
    public IReadOnlyList<string>? Kinks { get; }

    /// <summary>Every number that was compared, in the order in which this was done.</summary>
    public IReadOnlyList<GradientElement> Elements { get; }

    /// <summary>
    /// Whether nothing disagrees, nothing stayed undetermined, and anything finite could be compared at all (an empty batch has nothing to compare).
    /// </summary>
    public bool Passed =>
        Elements.All(element => element.Verdict < GradientVerdict.Undetermined)
        && (Elements.Count == 0 || Elements.Any(element => element.Verdict != GradientVerdict.NotFinite));

    /// <summary>The largest relative error of all that were compared and are finite.</summary>
    public double LargestError => Elements.Select(element => element.Error).Where(double.IsFinite).DefaultIfEmpty().Max();

    internal ElementLayout Layout { get; }

    /// <summary>For unit tests: nothing if the check passed.</summary>
    /// <exception cref="GradientCheckException">It did not; the message is the report.</exception>
    public void Assert()
    {
        if (!Passed) throw new GradientCheckException(ToString());
    }

    /// <summary>The report as text, of lines that end with a line feed.</summary>
    public override string ToString() => ReportText.Of(this);
}
