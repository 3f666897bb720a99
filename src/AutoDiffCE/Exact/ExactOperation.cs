namespace AutoDiffCE.Exact;

/// <summary>What a node of an <see cref="ExactFormula"/> does.</summary>
internal enum ExactOperation
{
    /// <summary>A number that is written in the formula; true and false are 1 and 0.</summary>
    Number,

    /// <summary>A number that the loss captures.</summary>
    Capture,

    /// <summary>A real input with one number per sample.</summary>
    Scalar,

    /// <summary>An integer input.</summary>
    Label,

    /// <summary>The position along an axis.</summary>
    Index,

    /// <summary>The number of classes.</summary>
    Length,

    /// <summary>An element of a row of the sample, at the index that the operand gives.</summary>
    Element,

    /// <summary>An element of a row that the loss captures.</summary>
    CapturedElement,

    /// <summary>The sum of all operands.</summary>
    Add,

    /// <summary>The product of all operands.</summary>
    Multiply,

    /// <summary>The operand with its sign changed.</summary>
    Negate,

    /// <summary>The first operand over the second.</summary>
    Divide,

    /// <summary>A function of the operands.</summary>
    Call,

    /// <summary>1 where the first operand is less than the second, 0 elsewhere.</summary>
    LessThan,

    /// <summary>1 where the first operand is at most the second, 0 elsewhere.</summary>
    LessThanOrEqual,

    /// <summary>1 where the operands are equal, 0 elsewhere.</summary>
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

    /// <summary>The largest along an axis.</summary>
    Max,

    /// <summary>The smallest along an axis.</summary>
    Min,

    /// <summary>The logarithm of the sum of the exponentials along an axis.</summary>
    LogSumExp,

    /// <summary>The square root of the sum of the squares along an axis.</summary>
    Norm,
}
