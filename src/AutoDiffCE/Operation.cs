namespace AutoDiffCE;

/// <summary>
/// What a node of a formula does, to the compiler and to the exact evaluation. Elementary functions are one operation, <see cref="Call"/>, and told apart by name.
/// </summary>
internal enum Operation
{
    /// <summary>A real number, written in the formula.</summary>
    Constant,

    /// <summary>true or false, written in the formula: the compiler's alone, the exact evaluation reads 1 or 0.</summary>
    Truth,

    /// <summary>A scalar hyper-parameter: one for the whole batch.</summary>
    HyperParameter,

    /// <summary>A real input with one value per sample.</summary>
    Scalar,

    /// <summary>An integer input with one value per sample; as an index, a label.</summary>
    Label,

    /// <summary>The position along an axis, an integer.</summary>
    Index,

    /// <summary>The number of classes, an integer.</summary>
    Length,

    /// <summary>One element of a row input; the operand is its index.</summary>
    Element,

    /// <summary>One element of a row that the batch shares; the operand is its index.</summary>
    SharedElement,

    /// <summary>The sum of all operands.</summary>
    Add,

    /// <summary>The product of all operands.</summary>
    Multiply,

    /// <summary>The operand with its sign changed.</summary>
    Negate,

    /// <summary>The first operand over the second.</summary>
    Divide,

    /// <summary>An elementary function of the operands.</summary>
    Call,

    /// <summary>Whether the first operand is less than the second.</summary>
    LessThan,

    /// <summary>Whether the first operand is at most the second.</summary>
    LessThanOrEqual,

    /// <summary>Whether the operands are equal.</summary>
    Equal,

    /// <summary>Whether both operands hold.</summary>
    And,

    /// <summary>Whether one of the operands holds.</summary>
    Or,

    /// <summary>Whether the operand does not hold.</summary>
    Not,

    /// <summary>The second operand where the first holds, the third where it does not.</summary>
    Select,

    /// <summary>The sum along an axis.</summary>
    Sum,

    /// <summary>The largest along an axis, −∞ of nothing.</summary>
    Max,

    /// <summary>The smallest along an axis, ∞ of nothing.</summary>
    Min,

    /// <summary>The logarithm of the sum of the exponentials along an axis, −∞ of nothing.</summary>
    LogSumExp,

    /// <summary>The square root of the sum of the squares along an axis, 0 of nothing.</summary>
    Norm,
}
