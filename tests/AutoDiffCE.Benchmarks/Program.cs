using AutoDiffCE.Benchmarks;

// dotnet run -c Release --project tests/AutoDiffCE.Benchmarks [-- SAMPLES CLASSES ...]
//   cross-entropy, value and gradient, float, one thread, at each shape; then the losses without rows
// One line per case: what, samples, classes, milliseconds of the best run, nanoseconds per element, the value.
// dotnet run -c Release --project tests/AutoDiffCE.Benchmarks -- --picture src/accuracy.svg
//   how many digits of a formula are right, as plain C# and as a kernel
if (args is ["--picture", string path])
{
    AccuracyPicture.Write(path);
    return;
}

int[] numbers = [.. args.Select(int.Parse)];
(int Samples, int Classes)[] shapes = numbers.Length >= 2
    ? [.. numbers.Chunk(2).Select(pair => (pair[0], pair[1]))]
    : [(65536, 2), (65536, 10), (8192, 100), (4096, 1000), (512, 32000), (128, 128256)];

foreach ((int samples, int classes) in shapes)
    Cases.CrossEntropy(samples, classes).Print();
if (numbers.Length == 0)
{
    foreach (BenchmarkCase elementwise in Cases.Elementwise(1_000_000))
        elementwise.Print();
}
