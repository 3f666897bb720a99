using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>A place in a pinned span. It lets generated code walk rows without unsafe blocks of its own.</summary>
/// <typeparam name="T">What the span holds.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Pointer<T>
    where T : unmanaged
{
    private readonly T* address;

    internal Pointer(T* address) => this.address = address;

    /// <summary>Whether it points nowhere.</summary>
    public bool IsNull => address == null;

    internal T* Address => address;

    /// <summary>The element at an offset; nothing checks the bounds.</summary>
    public ref T this[nint offset] => ref address[offset];

    /// <summary>The place an offset further on.</summary>
    public static Pointer<T> operator +(Pointer<T> pointer, nint offset) => new(pointer.address + offset);
}
