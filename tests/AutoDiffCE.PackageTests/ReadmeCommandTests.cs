namespace AutoDiffCE.PackageTests;

[Collection(PackageUsers.Name)]
public class ReadmeCommandTests(PackageFixture package)
{
    [Fact]
    public async Task The_commands_of_the_readme_lead_to_a_value_and_a_gradient()
    {
        string folder = package.CloneFolder;
        // The first command is the one that made the package.
        foreach (string line in Readme.SetUpCommands.Skip(1))
        {
            if (line.StartsWith("cd ", StringComparison.Ordinal))
                folder = Path.GetFullPath(line["cd ".Length..], folder);
            else
                await package.RunLine(folder, line);
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "Program.cs"), Readme.Program);
        CommandResult result = await package.RunLineForResult(folder, Assert.Single(Readme.RunCommands));
        Assert.Equal(Readme.Output, result.Succeeded().Lines);
    }

    [Fact]
    public async Task A_file_without_a_project_gives_the_same()
    {
        string folder = package.NewFolder("File");
        IEnumerable<string> directives = Readme.FileDirectives.Select(package.OfThisRun);
        await File.WriteAllLinesAsync(Path.Combine(folder, "loss.cs"), [.. directives, .. Readme.Program]);
        CommandResult result = await package.RunLineForResult(folder, Assert.Single(Readme.RunFileCommands));
        Assert.Equal(Readme.Output, result.Succeeded().Lines);
    }

    [Fact]
    public async Task A_project_of_F_sharp_uses_the_ready_made_losses()
    {
        string folder = package.NewFolder("FSharp");
        await File.WriteAllTextAsync(Path.Combine(folder, "FSharp.fsproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.fs" />
                <PackageReference Include="AutoDiffCE" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllLinesAsync(Path.Combine(folder, "Program.fs"), Readme.FSharpProgram);
        CommandResult result = await package.Run(folder, "run", "-c", "Release");
        Assert.Equal(Readme.FSharpOutput, result.Succeeded().Lines);
    }
}
