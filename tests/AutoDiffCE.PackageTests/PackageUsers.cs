namespace AutoDiffCE.PackageTests;

/// <summary>Every test here uses the one package of the run.</summary>
[CollectionDefinition(Name)]
public sealed class PackageUsers : ICollectionFixture<PackageFixture>
{
    internal const string Name = "package";
}
