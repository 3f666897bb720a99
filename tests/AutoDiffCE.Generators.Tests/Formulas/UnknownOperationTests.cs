using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class UnknownOperationTests
{
    private const Operation Unknown = (Operation)99;

    private readonly Notation n = new();

    public static TheoryData<string> Places =>
    [
        "node", "printer", "interpreter", "verifier", "canonical form", "range", "sign", "limit", "overflow", "derivative", "reduction of what does not vary",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void An_operation_that_is_added_later_falls_through_nowhere(string place)
    {
        Node node = Added();
        Action use = place switch
        {
            "node" => () => n.Table.Make(Unknown, n.Scalar("z").Node),
            "printer" => () => FormulaPrinter.Print(node),
            "interpreter" => () => new Interpreter(new FormulaArguments { Classes = 2, Scalars = { ["z"] = 1 } }).Evaluate(node),
            "verifier" => () => Verifier.Verify(node, AxisSet.None),
            "canonical form" => () => n.NodeAlgebra.Canonical(node),
            "range" => () => n.NodeAlgebra.Ranges.Of(node),
            "sign" => () => n.NodeAlgebra.Ranges.IsPositive(n.NodeAlgebra.Table.Make(Operation.Negate, node)),
            "limit" => () => new Limits(n.NodeAlgebra.Ranges, n.Scalar("z").Node, Limit.PlusInfinity).Of(node),
            "overflow" => () => new Overflow(n.NodeAlgebra, null).IsPossible(node),
            "derivative" => () => new ReverseMode(n.NodeAlgebra).Differentiate(node, n.NodeAlgebra.Constant(1), [new("z", InputKind.Scalar, true)]),
            _ => () => n.NodeAlgebra.Reduce(Unknown, AxisSet.Row, n.Scalar("z").Node),
        };

        var unknown = Assert.Throws<UnknownOperationException>(use);
        Assert.Contains("99", unknown.Message, StringComparison.Ordinal);
    }

    // As if the operation had its line in Node and nowhere else.
    private Node Added()
    {
        Node node = (Node)RuntimeHelpers.GetUninitializedObject(typeof(Node));
        void Set(string property, object value) => typeof(Node).GetField($"<{property}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(node, value);
        Set(nameof(Node.Id), 1000);
        Set(nameof(Node.Operation), Unknown);
        Set(nameof(Node.Operands), System.Collections.Immutable.ImmutableArray.Create(n.Scalar("z").Node));
        Set(nameof(Node.Name), "");
        Set(nameof(Node.Axis), Node.NoAxis);
        Set(nameof(Node.IsMoving), true);
        return node;
    }
}
