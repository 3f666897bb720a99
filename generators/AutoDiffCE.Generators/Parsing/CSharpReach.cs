using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What an expression does by way of the methods that it calls, as far as they are written in the project.</summary>
/// <param name="types">The types that mean something.</param>
/// <param name="loss">The loss.</param>
/// <param name="reading">The functions that are being read: to run one of them would never end.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class CSharpReach(KnownTypes types, INamedTypeSymbol loss, IReadOnlyCollection<IMethodSymbol> reading, CancellationToken cancellationToken)
{
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);

    /// <summary>Whether nothing that it calls reads what can change, or calls what is being read.</summary>
    public bool IsHarmless(IOperation expression)
    {
        Stack<IOperation> left = new([expression]);
        while (left.Count > 0)
        {
            foreach (IOperation part in left.Pop().DescendantsAndSelf())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Work.Count();
                if (CanChange(part))
                    return false;
                if (Called(part) is not { } method || !seen.Add(method))
                    continue;
                if (reading.Contains(method, SymbolEqualityComparer.Default))
                    return false;
                if (Callee.BodyOf(method, types.Compilation, cancellationToken) is { } body)
                    left.Push(body);
            }
        }
        return true;
    }

    private static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        IPropertyReferenceOperation reference => reference.Property.GetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    private bool CanChange(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } field } => IsOfProject(field),
        IPropertyReferenceOperation { Property: { IsIndexer: false, SetMethod: { IsInitOnly: false } } property } => IsOfProject(property),
        _ => false,
    };

    // What belongs to the loss, or to all; what a method does with an object of its own is its own affair.
    private bool IsOfProject(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, loss)
        || (member.IsStatic && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, types.Compilation.Assembly));
}
