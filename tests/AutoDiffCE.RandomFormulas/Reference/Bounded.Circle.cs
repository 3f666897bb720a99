namespace AutoDiffCE.RandomFormulas.Reference;

/// <content>Functions that rise and fall, or jump.</content>
internal readonly partial record struct Bounded<F>
{
    public static Bounded<F> Wave(string name, Bounded<F> x)
    {
        double unit = x.IsShared ? UnitOfDouble : F.Unit;
        double result = Plain.Function(name, x.Value);
        double slack = x.Error + (unit * Math.Abs(x.Value));
        return Rounded(result, Math.Min(2, slack) + (2 * unit * Math.Abs(result)), x.IsZero, x.IsShared);
    }

    public static Bounded<F> Step(string name, Bounded<F> x) =>
        double.IsFinite(x.Value) ? new Bounded<F>(Plain.Function(name, x.Value), 0, true, x.IsShared) : x;

    public static Bounded<F> Angle(Bounded<F> y, Bounded<F> x)
    {
        Match(ref x, ref y);
        double unit = x.IsShared ? UnitOfDouble : F.Unit;
        double result = Math.Atan2(y.Value, x.Value);
        // (x dy − y dx) / (x² + y²)
        double ofX = x.Error + (unit * Math.Abs(x.Value)), ofY = y.Error + (unit * Math.Abs(y.Value));
        double distance = double.Hypot(x.Value, y.Value) - ofX - ofY;
        double error = distance > 0
            ? Times(Math.Abs(x.Value) + ofX, ofY) / distance / distance + Times(Math.Abs(y.Value) + ofY, ofX) / distance / distance
            : double.NaN;
        bool isExact = y.IsZero && x.IsExact && x.Value > 0;
        return Rounded(result, isExact ? 0 : error + (2 * unit * Math.Abs(result)), isExact, x.IsShared);
    }
}
