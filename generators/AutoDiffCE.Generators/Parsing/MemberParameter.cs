namespace AutoDiffCE.Generators.Parsing;

/// <summary>A parameter of a generated member.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name: for an input, the formula's own.</param>
/// <param name="Slot">The member of the runtime's BatchCall that takes it.</param>
/// <param name="IsInput">Whether it is an input of the formula.</param>
internal sealed record MemberParameter(string Type, string Name, string Slot, bool IsInput = false);
