using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>How deep a text is nested: C# itself reads it by recursion, and what the stack has no room for brings the whole compiler down.</summary>
internal static class Nesting
{
    /// <summary>More than any formula needs that compiles, and less than a small stack has room for.</summary>
    public const int Deepest = 1000;

    // C# binds the body of a lambda within the binding of what it is passed to: that takes as much room as many levels of anything else.
    private const int DepthOfLambda = 25;

    /// <summary>The depth of a syntax tree, in which a chain of operators counts once: C# reads it in a loop.</summary>
    public static int Of(SyntaxNode root)
    {
        int deepest = 0;
        Stack<(SyntaxNode Node, int Depth)> pending = new([(root, 0)]);
        while (pending.Count > 0)
        {
            (SyntaxNode node, int depth) = pending.Pop();
            deepest = Math.Max(deepest, depth);
            foreach (SyntaxNode child in node.ChildNodes())
                pending.Push((child, node is BinaryExpressionSyntax chain && chain.Left == child ? depth : depth + (node is LambdaExpressionSyntax ? DepthOfLambda : 1)));
        }
        return deepest;
    }
}
