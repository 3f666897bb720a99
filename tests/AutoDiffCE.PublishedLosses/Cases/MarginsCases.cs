using AutoDiffCE.PublishedLosses.Margins;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class MarginsCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new ArcFaceLoss(4, 0.5), Input.Row(-0.9, 0.9), Input.Label()),
        new(() => new CosFaceLoss(4, 0.25), Input.Row(-0.9, 0.9), Input.Label()),
        new(() => new SphereFaceLoss(3), Input.Row(-0.9, 0.9), Input.Scalar(0.5, 3), Input.Label()),
        new(() => new CrammerSingerLoss(), Input.Spread(), Input.Label()),
        new(() => new LargeMarginSoftmaxLoss(), Input.Row(-0.9, 0.9), Input.Row(1, 3), Input.Label()),
        new(() => new CurricularFaceLoss(4, 0.5, 0.25), Input.Row(-0.9, 0.9), Input.Label()),
        new(() => new WestonWatkinsLoss(), Input.Spread(), Input.Label()),
        new(() => new LeeLinWahbaLoss(), Input.Row(), Input.Label()),
        new(() => new BinaryMarginLoss(MarginFunction.Exponential), Input.Scalar(), Input.Sign) { Variant = "exponential" },
        new(() => new BinaryMarginLoss(MarginFunction.Savage), Input.Scalar(), Input.Sign) { Variant = "Savage" },
        new(() => new BinaryMarginLoss(MarginFunction.Tangent), Input.Scalar(), Input.Sign) { Variant = "tangent" },
        new(() => new BinaryMarginLoss(MarginFunction.ModifiedHuber), Input.Scalar(), Input.Sign) { Variant = "modified Huber" },
    ];
}
