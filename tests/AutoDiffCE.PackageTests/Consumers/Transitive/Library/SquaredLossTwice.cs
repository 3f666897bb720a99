using AutoDiffCE;

namespace Library;

// A name that differs from another in its case alone, and a comment that holds a character that ends a line.
[Loss]
public sealed partial class SquaredLOSS
{
    public double Formula(double prediction, double target) => 2 * /*   */ (prediction - target) * (prediction - target);
}
