using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiffCE.Tests.Simd;

/// <summary>Elements right before a page that must not be touched, so that reading or writing beyond them ends the process.</summary>
/// <remarks>On systems other than Linux, elements of ordinary memory.</remarks>
internal sealed class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private const int ReadWrite = 3;
    private const int NoAccess = 0;
    private const int PrivateAnonymous = 0x22;

    private static readonly nint PageSize = Environment.SystemPageSize;

    private readonly nint pages;
    private readonly nint first;

    public GuardedMemory(int count)
    {
        nint size = count * Unsafe.SizeOf<T>();
        if (!OperatingSystem.IsLinux())
        {
            pages = Marshal.AllocHGlobal(size);
            first = pages;
            return;
        }

        pages = NativeMemoryMap.Map(0, 2 * PageSize, ReadWrite, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, pages);
        Assert.Equal(0, NativeMemoryMap.Protect(pages + PageSize, PageSize, NoAccess));
        first = pages + PageSize - size;
    }

    public ref T this[int index] =>
        ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), first + index * Unsafe.SizeOf<T>());

    public void Dispose()
    {
        if (OperatingSystem.IsLinux()) Assert.Equal(0, NativeMemoryMap.Unmap(pages, 2 * PageSize));
        else Marshal.FreeHGlobal(pages);
    }
}
