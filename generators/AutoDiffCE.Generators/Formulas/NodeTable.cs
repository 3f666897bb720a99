using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// Makes nodes, each distinct expression once. What is asked for is what is made: simplification is the business of
/// <see cref="Stability.Algebra"/>, so that the interpreter can run a formula exactly as its author wrote it.
/// </summary>
internal sealed class NodeTable
{
    private readonly Dictionary<Key, Node> nodes = [];

    public int Count => nodes.Count;

    /// <summary>How many classes there are at least: what a formula reads, or changes, at a fixed position whatever its inputs are.</summary>
    public int MinClasses { get; private set; } = 1;

    /// <summary>Takes into account that there are so many classes.</summary>
    public void NeedClasses(int classes) => MinClasses = Math.Max(MinClasses, classes);

    public Node Constant(double value) => Make(Operation.Constant, [], value: value);

    public Node Truth(bool value) => Make(Operation.Truth, [], value: value ? 1 : 0);

    public Node HyperParameter(string name) => Make(Operation.HyperParameter, [], name: name);

    /// <summary>A hyper-parameter that is a bool: 1 or 0.</summary>
    public Node Flag(string name) => Make(Operation.HyperParameter, [], value: 1, name: name);

    public Node Scalar(string name) => Make(Operation.Scalar, [], name: name);

    public Node Label(string name, int extraClasses = 0) => Make(Operation.Label, [], extraClasses, name);

    /// <summary>An integer input that is no label: any number, which picks nothing.</summary>
    public Node Integer(string name) => Make(Operation.Label, [], -1, name);

    public Node Index(int axis) => Make(Operation.Index, [], axis: axis);

    public Node Length() => Make(Operation.Length, []);

    public Node Element(string name, Node index) => Make(Operation.Element, [index], name: name);

    public Node SharedElement(string name, Node index) => Make(Operation.SharedElement, [index], name: name);

    public Node Call(Function function, params Node[] operands) => Make(Operation.Call, [.. operands], function: function);

    public Node Reduce(Operation reduction, int axis, Node body, Node? excluded = null) =>
        Make(reduction, excluded is null ? [body] : [body, excluded], axis: axis);

    public Node Make(Operation operation, params Node[] operands) => Make(operation, ImmutableArray.Create(operands));

    /// <summary>The node like another, over other operands.</summary>
    public Node With(Node node, ImmutableArray<Node> operands) =>
        Make(node.Operation, operands, node.Value, node.Name, node.Axis, node.Function);

    public Node Make(Operation operation, ImmutableArray<Node> operands, double value = 0, string name = "", int axis = Node.NoAxis, Function? function = null)
    {
        Work.Step(1 + operands.Length);
        var key = new Key(operation, operands, value, name, axis, function);
        if (!nodes.TryGetValue(key, out Node? node))
        {
            node = new Node(nodes.Count, operation, operands, value, name, axis, function);
            nodes.Add(key, node);
        }
        return node;
    }

    private readonly struct Key(Operation operation, ImmutableArray<Node> operands, double value, string name, int axis, Function? function)
        : IEquatable<Key>
    {
        private readonly Operation operation = operation;
        private readonly ImmutableArray<Node> operands = operands;
        private readonly long bits = BitConverter.DoubleToInt64Bits(value);
        private readonly string name = name;
        private readonly int axis = axis;
        private readonly Function? function = function;

        public bool Equals(Key other) =>
            operation == other.operation && bits == other.bits && axis == other.axis && name == other.name
            && ReferenceEquals(function, other.function) && operands.SequenceEqual(other.operands);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            unchecked
            {
                int hash = ((int)operation * 397) ^ bits.GetHashCode() ^ (axis * 7919);
                hash = (hash * 397) ^ name.GetHashCode();
                hash = (hash * 397) ^ (function?.Name.GetHashCode() ?? 0);
                foreach (Node operand in operands)
                    hash = (hash * 397) ^ operand.Id;
                return hash;
            }
        }
    }
}
