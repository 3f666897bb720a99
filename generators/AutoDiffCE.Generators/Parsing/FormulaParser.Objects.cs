using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // What locals and fields of the loss hold that is made to call its methods.
    private readonly Dictionary<ISymbol, Part> parts = new(SymbolEqualityComparer.Default);

    /// <summary>The object that an expression makes or names, null for the loss itself; false after a problem was reported.</summary>
    private bool TryReadObject(IOperation operation, out Part? part)
    {
        part = null;
        switch (operation)
        {
            case IInstanceReferenceOperation:
                part = scopes.Peek().Self;
                return true;
            case IParenthesizedOperation parenthesized:
                return TryReadObject(parenthesized.Operand, out part);
            case IConversionOperation { IsImplicit: true } conversion:
                return TryReadObject(conversion.Operand, out part);
            case IObjectCreationOperation creation:
                part = Create(creation, isHeld: false);
                return part is not null;
            case ILocalReferenceOperation local when parts.TryGetValue(local.Local, out part):
                return true;
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { IsReadOnly: true } field }:
                return TryReadHeld(operation, field, out part);
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: { SetMethod: null } property }:
                return TryReadHeld(operation, property, out part);
            default:
                if (!IsRefused(operation))
                    RefuseObject(operation);
                return false;
        }
    }

    // What a field or a property of the loss is made as, once.
    private bool TryReadHeld(IOperation reference, ISymbol member, out Part? part)
    {
        if (scopes.Peek().Self is null && parts.TryGetValue(member, out part))
            return true;
        part = null;
        IOperation? initializer = InitializerOf(member);
        if ((initializer is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : initializer) is not IObjectCreationOperation creation)
        {
            RefuseObject(reference);
            return false;
        }
        part = Create(creation, isHeld: true);
        if (scopes.Peek().Self is null && part is not null)
            parts[member] = part;
        return part is not null;
    }

    private void RefuseObject(IOperation operation) => Report(
        Descriptors.Construct,
        operation,
        $"the object '{Text(operation)}', which is not made where it can be seen; call methods of new objects, or of fields that are initialized with one");

    // Null after a problem was reported.
    private Part? Create(IObjectCreationOperation creation, bool isHeld)
    {
        if (creation.Type is not INamedTypeSymbol type || creation.Constructor is not { } constructor || !IsReadable(constructor))
        {
            Report(Descriptors.Construct, creation, $"'new {creation.Type?.Name}', whose constructor is not a primary one in the source of this project");
            return null;
        }
        var part = new Part(type) { IsHeld = isHeld };
        foreach (IArgumentOperation argument in creation.Arguments)
            part.Values[argument.Parameter!] = Expression(argument.Value);
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var value })
                part.Values[member] = Expression(value);
            else
                RefuseExpression(initializer);
        }
        return part;
    }

    // A constructor without statements: a primary one, or that of a class without any.
    private bool IsReadable(IMethodSymbol constructor) =>
        constructor.ContainingType.DeclaringSyntaxReferences.Length > 0
        && constructor.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && constructor.DeclaringSyntaxReferences.All(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);

    /// <summary>A member or a parameter of the object that a method is read for; null where it is one of the loss itself, or of nothing that is known.</summary>
    private Node? OfSelf(IOperation reference, ISymbol member) =>
        scopes.Peek().Self is { } self && BelongsTo(self, member) ? MemberOf(self, reference, member) : null;

    // Whether an expression stands for an object that is read, and not for a number.
    private bool IsObject(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } => IsReadable(constructor),
        ILocalReferenceOperation local => parts.ContainsKey(local.Local),
        IFieldReferenceOperation { Field: var field } => InitializerOf(field) is { } initializer && IsObject(initializer),
        IConversionOperation { IsImplicit: true } conversion => IsObject(conversion.Operand),
        _ => false,
    };

    private Node MemberOf(Part self, IOperation reference, ISymbol member)
    {
        bool neverChanges = member is IParameterSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } };
        if (self.IsHeld && !neverChanges)
            return Report(Descriptors.MutableHyperParameter, reference, member.Name, member is IFieldSymbol ? "readonly" : "get-only or init");
        if (self.Values.TryGetValue(member, out Node? value))
            return value;
        if (member is IPropertySymbol { GetMethod: { } getter } && Callee.BodyOf(getter, types.Compilation, cancellationToken) is { } body)
            return Read(new Callee(getter, body, self), state.Variables, reference);
        if (neverChanges && InitializerOf(member) is { } initializer)
            return self.Values[member] = Within(self, initializer);
        return Report(Descriptors.Capture, reference, member.Name, $"what it is in the new '{self.Type.Name}' is not known");
    }

    // An initializer sees the parameters of its own constructor, whoever asks for it.
    private Node Within(Part self, IOperation initializer)
    {
        scopes.Push(scopes.Peek() with { Self = self });
        Node value = Expression(initializer);
        scopes.Pop();
        return value;
    }

    private static bool BelongsTo(Part self, ISymbol member) => !member.IsStatic && (member is IParameterSymbol
        ? member.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var constructed } && Same(constructed, self.Type)
        : Same(member.ContainingType, self.Type));

    private static bool Same(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private IOperation? InitializerOf(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Length != 1 || !types.Compilation.ContainsSyntaxTree(member.DeclaringSyntaxReferences[0].SyntaxTree))
            return null;
        ExpressionSyntax? value = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var field } => field,
            PropertyDeclarationSyntax { Initializer.Value: var property } => property,
            _ => null,
        };
        return value is null ? null : types.Compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, cancellationToken);
    }
}
