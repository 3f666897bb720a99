using System.Runtime.InteropServices;

namespace AutoDiffCE.Tests.Simd;

/// <summary>The system calls behind <see cref="GuardedMemory{T}"/>.</summary>
internal static class NativeMemoryMap
{
    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    public static extern int Protect(nint address, nint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static extern int Unmap(nint address, nint length);
}
