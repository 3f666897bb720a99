using System.Buffers.Binary;
using System.IO.Compression;

namespace DigitClassifier;

/// <summary>
/// The file format of MNIST: two zero bytes, a byte for the type of the elements, one for the number of dimensions, the length of each
/// dimension as a big-endian integer, and the elements. Compressed by gzip or not, whatever the name.
/// </summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 8;
    private const int BytesPerLength = 4;

    /// <summary>Reads a file of bytes.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, has another number of dimensions, or is cut off.</exception>
    public static IdxArray Read(string path, int dimensions)
    {
        if (Directory.Exists(path)) throw new InvalidDataException($"{path} is a directory; name a file in it.");
        byte[] bytes = Decompressed(path, File.ReadAllBytes(path));
        if (bytes.Length < 4 || bytes[0] != 0 || bytes[1] != 0)
            throw new InvalidDataException($"{path} is not an IDX file: it does not start with two zero bytes and a type.");
        if (bytes[2] != UnsignedByte)
            throw new InvalidDataException($"{path} has elements of type 0x{bytes[2]:X2}; only unsigned bytes, 0x08, are images or labels.");
        if (bytes[3] != dimensions)
        {
            throw new InvalidDataException(
                $"{path} has {bytes[3]} dimensions instead of {dimensions}; images have 3 and labels 1. Images come first, then their labels.");
        }

        int start = 4 + BytesPerLength * dimensions;
        if (bytes.Length < start) throw new InvalidDataException($"{path} is cut off within its header.");
        int[] lengths = new int[dimensions];
        long elements = 1;
        for (int i = 0; i < dimensions; i++)
        {
            lengths[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 + BytesPerLength * i));
            if (lengths[i] < 0) throw new InvalidDataException($"{path} has a dimension of length {lengths[i]}.");
            elements = Math.Min(elements * lengths[i], int.MaxValue);
        }

        int follow = bytes.Length - start;
        if (elements != follow)
        {
            string reason = follow < elements ? "The file is cut off" : "There is more in the file than one array";
            throw new InvalidDataException($"{path} announces {string.Join(" × ", lengths)} elements, but {follow} follow. {reason}.");
        }

        return new(lengths, bytes[start..]);
    }

    /// <summary>Writes a file, compressed if its name ends with .gz.</summary>
    public static void Write(string path, IdxArray array)
    {
        using FileStream file = File.Create(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write([0, 0, UnsignedByte, (byte)array.Lengths.Length]);
        Span<byte> length = stackalloc byte[BytesPerLength];
        foreach (int number in array.Lengths)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, number);
            stream.Write(length);
        }

        stream.Write(array.Elements);
    }

    private static byte[] Decompressed(string path, byte[] bytes)
    {
        bool isCompressed = bytes is [0x1F, 0x8B, ..];
        if (!isCompressed) return bytes;
        try
        {
            using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var result = new MemoryStream();
            stream.CopyTo(result);
            return result.ToArray();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path} starts like a gzip file, but cannot be decompressed: {exception.Message}", exception);
        }
    }
}
