using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Whether an expression depends on hyper-parameters alone, and means in a member of the generated part what it means where it stands.</summary>
/// <param name="types">The types that mean something.</param>
/// <param name="loss">The loss.</param>
/// <param name="formula">Its formula.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class CSharpCheck(KnownTypes types, INamedTypeSymbol loss, IMethodSymbol formula, CancellationToken cancellationToken)
{
    private readonly TypeDeclarationSyntax? part = formula.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>Whether it does.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="scopes">The functions that are being read.</param>
    public bool IsOfHyperParameters(IOperation expression, IEnumerable<Scope> scopes) =>
        expression.Syntax is ExpressionSyntax syntax
        && StandsInPart(syntax)
        && !syntax.ContainsDirectives
        && expression.DescendantsAndSelf().All(operation => IsAllowed(operation, syntax))
        && expression.DescendantsAndSelf().Any(IsHyperParameter)
        && !IsMistaken(expression)
        && AreNamesKnown(syntax)
        && !LeaksVariables(expression, syntax)
        && new CSharpReach(types, loss, [.. scopes.Select(scope => scope.Function)], cancellationToken).IsHarmless(expression);

    // Other parts of the class, and what is in another class, see other names; an initializer sees a parameter of the class that is no field.
    private bool StandsInPart(ExpressionSyntax syntax) =>
        part is not null && syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.SyntaxTree == part.SyntaxTree && type.Span == part.Span
        && syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax or PropertyDeclarationSyntax { Initializer: null };

    private bool IsAllowed(IOperation operation, SyntaxNode root)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Work.Count();
        return operation.Type is not ({ TypeKind: TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic }) && operation switch
        {
            ILocalReferenceOperation local => IsInside(local.Local, root),
            IParameterReferenceOperation { Parameter: var parameter } => IsInside(parameter.ContainingSymbol, root) || IsOfClass(parameter),
            IInstanceReferenceOperation self => self.ReferenceKind == InstanceReferenceKind.ImplicitReceiver
                || (Same(self.Type, loss) && self.Syntax is not BaseExpressionSyntax),
            IFieldReferenceOperation { Field: var field } => field.IsConst || field.IsReadOnly || IsOfValue(field, operation),
            IPropertyReferenceOperation { Property: var property } => !property.ReturnsByRef && (
                property.SetMethod is null or { IsInitOnly: true } || property.IsIndexer || IsOfValue(property, operation) || IsInitialized(operation)),
            IMethodReferenceOperation { Method: var method } => method.MethodKind != MethodKind.LocalFunction || IsInside(method, root),
            IInvocationOperation { TargetMethod: var method } => method.MethodKind != MethodKind.LocalFunction || IsInside(method, root),
            IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None or RefKind.In } && !IsOfCaller(argument),
            IAssignmentOperation { Target: var target } => target is ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation || IsInitialized(target),
            IIncrementOrDecrementOperation { Target: var target } => target is ILocalReferenceOperation,
            IInvalidOperation or IAwaitOperation or IAddressOfOperation or IEventReferenceOperation or IEventAssignmentOperation or ISizeOfOperation
                or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation => false,
            _ => true,
        };
    }

    // A member of a value changes with what holds the value.
    private static bool IsOfValue(ISymbol member, IOperation reference) =>
        member.ContainingType.IsValueType && ((IMemberReferenceOperation)reference).Instance is { } instance and not IInstanceReferenceOperation
        && instance.Type?.IsValueType == true;

    // new Settings { Scale = 2 }
    private static bool IsInitialized(IOperation member) =>
        member is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } };

    // What the compiler says of the place of a call, it says of the place where the call is written.
    private static bool IsOfCaller(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue
        && argument.Parameter!.GetAttributes().Any(data => data.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true);

    private bool IsInside(ISymbol? symbol, SyntaxNode root) => symbol is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }
        && symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == root.SyntaxTree && root.Span.Contains(reference.Span));

    private bool IsOfClass(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && Same(parameter.ContainingType, loss);

    // Constants alone are a formula's own affair.
    private bool IsHyperParameter(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsOfClass(parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IFieldReferenceOperation { Instance: null, Field.IsConst: false } => true,
        IPropertyReferenceOperation { Instance: null } => true,
        IInvocationOperation { TargetMethod: var method } => method.MethodKind == MethodKind.Ordinary && method.DeclaringSyntaxReferences.Length > 0,
        _ => false,
    };

    // A quotient that drops its fraction and a constant in single precision are errors wherever they are terms, whatever they depend on.
    private bool IsMistaken(IOperation expression) => expression switch
    {
        ILiteralOperation { Type.SpecialType: SpecialType.System_Single } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when IsWhole(quotient.Type) => true,
        IBinaryOperation binary => IsMistaken(binary.LeftOperand) || IsMistaken(binary.RightOperand),
        IUnaryOperation unary => IsMistaken(unary.Operand),
        IParenthesizedOperation parenthesized => IsMistaken(parenthesized.Operand),
        IConversionOperation conversion => IsMistaken(conversion.Operand),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => IsMistaken(choice.WhenTrue) || IsMistaken(whenFalse),
        ICoalesceOperation choice => IsMistaken(choice.Value) || IsMistaken(choice.WhenNull),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => IsMistaken(arm.Value)),
        _ => false,
    };

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    // Another file does not see the types that are local to this one, and another member no type parameters of this one.
    private bool AreNamesKnown(SyntaxNode syntax)
    {
        SemanticModel model = types.Compilation.GetSemanticModel(syntax.SyntaxTree);
        return syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol)
            .All(symbol => symbol is not ITypeParameterSymbol && !IsFileLocal(symbol as INamedTypeSymbol ?? symbol?.ContainingType));
    }

    private static bool IsFileLocal(INamedTypeSymbol? type) => type is not null && (type.IsFileLocal || IsFileLocal(type.ContainingType));

    // tau is { } t declares a variable for what follows, which would not have it.
    private static bool LeaksVariables(IOperation expression, SyntaxNode syntax)
    {
        HashSet<string> declared = [.. expression.DescendantsAndSelf().SelectMany(Declared).Select(variable => variable.Name)];
        return declared.Count > 0 && syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantTokens()
            .Any(token => !syntax.Span.Contains(token.Span) && declared.Contains(token.ValueText));
    }

    private static IEnumerable<ISymbol> Declared(IOperation operation) => (operation switch
    {
        IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
        IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
        IListPatternOperation pattern => pattern.DeclaredSymbol,
        _ => null,
    }) is { } variable ? [variable] : [];

    private static bool Same(ITypeSymbol? left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
