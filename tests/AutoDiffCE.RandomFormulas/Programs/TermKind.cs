namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>What a term does. Nothing here is the compiler's: it is the language as its README has it.</summary>
internal enum TermKind
{
    /// <summary>A literal, or a constant of the class: its value, and its text if that is not the value's own.</summary>
    Number,

    /// <summary>A parameter of the formula.</summary>
    Input,

    /// <summary>What the formula captures from its class.</summary>
    Captured,

    /// <summary>A local.</summary>
    Local,

    /// <summary>A parameter of a lambda.</summary>
    Bound,

    /// <summary>−x</summary>
    Negate,

    /// <summary>x + y</summary>
    Add,

    /// <summary>x − y</summary>
    Subtract,

    /// <summary>x · y</summary>
    Multiply,

    /// <summary>x / y</summary>
    Divide,

    /// <summary>A function of numbers, element by element where a row is among them; its name as it is spelled.</summary>
    Call,

    /// <summary>A comparison; its name is the operator.</summary>
    Compare,

    /// <summary>Both.</summary>
    And,

    /// <summary>At least one.</summary>
    Or,

    /// <summary>Exactly one.</summary>
    ExclusiveOr,

    /// <summary>The opposite.</summary>
    Not,

    /// <summary>c ? x : y, which evaluates one of them.</summary>
    Conditional,

    /// <summary>Where(c, x, y), which evaluates both.</summary>
    Where,

    /// <summary>A scalar of a row or two; its name says which.</summary>
    Reduce,

    /// <summary>Softmax or LogSoftmax.</summary>
    Normalize,

    /// <summary>0, 1, 2, …</summary>
    Index,

    /// <summary>1 at a label, 0 elsewhere.</summary>
    OneHot,

    /// <summary>A row with one element replaced.</summary>
    With,

    /// <summary>One element of a row.</summary>
    Element,

    /// <summary>A position counted from the end.</summary>
    FromEnd,

    /// <summary>The number of elements of a row.</summary>
    Length,

    /// <summary>Sum(row, (x, i) => …), or another function of what is made of each element.</summary>
    OfTerms,
}
