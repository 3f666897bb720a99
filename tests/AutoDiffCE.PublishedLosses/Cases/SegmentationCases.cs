using AutoDiffCE.PublishedLosses.Segmentation;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class SegmentationCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new DiceLoss(), Input.Row(0.05, 0.95), Input.Flags),
        new(() => new LogCoshDiceLoss(), Input.Row(0.05, 0.95), Input.Flags),
        new(() => new LovaszHingeLoss(), Input.Spread(), Input.Flags),
        new(() => new GeneralizedIouLoss(), Input.Box, Input.Box) { Classes = 4 },
        new(() => new TverskyLoss(0.25, 0.75), Input.Row(0.05, 0.95), Input.Flags),
        new(() => new FocalTverskyLoss(0.25, 0.75, 1.5), Input.Row(0.05, 0.95), Input.Flags),
        new(() => new JaccardLoss(), Input.Row(0.05, 0.95), Input.Flags),
        new(() => new CompleteIouLoss(true), Input.Box, Input.Box) { Classes = 4 },
        new(() => new CompleteIouLoss(false), Input.Box, Input.Box) { Classes = 4, Variant = "distance" },
        new(() => new ComboLoss(0.5, 0.75, 1), Input.Row(0.05, 0.95), Input.Flags),
        new(() => new CornerHeatmapLoss(2, 4), Input.Row(0.05, 0.95), Input.Flags),
    ];
}
