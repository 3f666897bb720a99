namespace AutoDiffCE.Exact;

/// <summary>What an input is, in a whole batch, where no derivative flows to it: differences of values are differences of what it is elsewhere.</summary>
/// <param name="Input">The position of the real input.</param>
/// <param name="Numbers">Its numbers, laid out as the input itself is.</param>
internal sealed record HeldInput(int Input, double[] Numbers);
