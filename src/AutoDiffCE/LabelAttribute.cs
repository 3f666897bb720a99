namespace AutoDiffCE;

/// <summary>
/// States that an <c>int</c> parameter of a formula is a label, a class of the row, where the formula does not show it by indexing a row with it or by
/// meeting the index of a row; or that a label has more classes than a row has elements.
/// </summary>
/// <example>
/// <code>
/// [Loss]
/// public sealed partial class ThresholdLoss
/// {
///     public double Formula(Row logits, [Label(ExtraClasses = 1)] int label) =>
///         Sum(logits, (logit, i) => Softplus(i &lt; label ? -logit : logit));
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LabelAttribute : Attribute
{
    /// <summary>
    /// How many classes a label has beyond those of the row, from 0 to 8; 0 unless set. An ordinal loss of K thresholds has labels from 0 to K, and 1 here.
    /// </summary>
    /// <remarks>
    /// With K elements in a row, labels run from 0 to K + ExtraClasses − 1, class weights have K + ExtraClasses elements, and label smoothing spreads
    /// over as many classes. A distribution over labels would be a longer row than the others of the batch: the members that take one throw a
    /// <see cref="NotSupportedException"/>. A formula cannot index a row by such a label.
    /// </remarks>
    public int ExtraClasses { get; set; }
}
