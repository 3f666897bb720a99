namespace DigitClassifier;

/// <summary>What an IDX file holds: bytes in as many dimensions as there are lengths, the last one running fastest.</summary>
internal sealed record IdxArray(int[] Lengths, byte[] Elements);
