using System.Reflection;
using AutoDiffCE;

[assembly: AssemblyMetadata(RuntimeContract.VersionKey, RuntimeContract.Version)]
