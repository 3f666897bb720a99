using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;

namespace AutoDiffCE.PublishedLosses.Support;

/// <summary>
/// The generated member <c>ValueAndGradient</c> of a loss of any shape. Its arguments are spans, which reflection cannot pass, so a method that makes them of
/// arrays is emitted.
/// </summary>
internal static class Member
{
    private delegate T Call<T>(Loss loss, T[][] numbers, int[][] integers, T[][] gradients);

    /// <summary>The value of a batch, and its gradients in the order of the inputs that have one.</summary>
    public static (double Value, double[][] Gradients) ValueAndGradient<T>(Loss loss, Batch batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] numbers = [.. batch.Numbers.Select(input => input.Select(T.CreateTruncating).ToArray())];
        MethodInfo member = MemberOf<T>(loss, batch.Integers.Length);
        T[][] gradients = [.. GradientsOf<T>(member, batch).Select(length => new T[length])];
        T value = Adapter<T>(member)(loss, numbers, batch.Integers, gradients);
        return (double.CreateTruncating(value), [.. gradients.Select(gradient => gradient.Select(double.CreateTruncating).ToArray())]);
    }

    // A loss of a row and a label has a second one, of a label distribution, without an integer.
    private static MethodInfo MemberOf<T>(Loss loss, int integers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        loss.GetType().GetMethods().Single(method =>
            method.Name == nameof(ValueAndGradient)
            && method.GetParameters()[^1].ParameterType == typeof(BatchOptions<T>)
            && method.GetParameters().Count(parameter => parameter.ParameterType == typeof(ReadOnlySpan<int>)) == integers);

    // A gradient has the name of its input, and as many numbers.
    private static IEnumerable<int> GradientsOf<T>(MethodInfo member, Batch batch)
    {
        string[] inputs = [.. Names(member, typeof(ReadOnlySpan<T>))];
        return Names(member, typeof(Span<T>)).Select(name => batch.Numbers[Array.FindIndex(inputs, input => name == input + "Gradient")].Length);
    }

    private static IEnumerable<string> Names(MethodInfo member, Type type) =>
        member.GetParameters().Where(parameter => parameter.ParameterType == type).Select(parameter => parameter.Name!);

    private static Call<T> Adapter<T>(MethodInfo member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var method = new DynamicMethod(member.Name, typeof(T), [typeof(Loss), typeof(T[][]), typeof(int[][]), typeof(T[][])], typeof(Member).Module, true);
        ILGenerator code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        int[] next = new int[4];
        foreach (Type type in member.GetParameters().Select(parameter => parameter.ParameterType))
        {
            if (type == typeof(BatchOptions<T>))
                EmitDefault(code, type);
            else
                EmitSpan(code, type, type == typeof(ReadOnlySpan<int>) ? 2 : type == typeof(Span<T>) ? 3 : 1, next);
        }

        code.Emit(OpCodes.Callvirt, member);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Call<T>>();
    }

    private static void EmitSpan(ILGenerator code, Type span, int argument, int[] next)
    {
        Type array = span.GetGenericArguments()[0].MakeArrayType();
        code.Emit(OpCodes.Ldarg, argument);
        code.Emit(OpCodes.Ldc_I4, next[argument]++);
        code.Emit(OpCodes.Ldelem_Ref);
        code.Emit(OpCodes.Call, span.GetMethod("op_Implicit", [array])!);
    }

    private static void EmitDefault(ILGenerator code, Type type)
    {
        LocalBuilder local = code.DeclareLocal(type);
        code.Emit(OpCodes.Ldloca, local);
        code.Emit(OpCodes.Initobj, type);
        code.Emit(OpCodes.Ldloc, local);
    }
}
