using System.Reflection;

namespace AutoDiffCE.PackageTests;

/// <summary>Where the things to be tested are.</summary>
internal static class Repository
{
    public static string Folder { get; } = Metadata("RepositoryFolder");

    /// <summary>The folder that holds the packages this project was built with.</summary>
    public static string SharedPackageFolder { get; } = Metadata("SharedPackageFolder");

    public static string ConsumerFolder(string name) => Path.Combine(Folder, "tests", "AutoDiffCE.PackageTests", "Consumers", name);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
