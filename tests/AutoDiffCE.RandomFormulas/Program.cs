using AutoDiffCE.RandomFormulas.Judging;
using AutoDiffCE.RandomFormulas.Programs;

// TEMPORARY
if (args[0] == "print")
{
    for (int i = 0; i < int.Parse(args[1]); i++)
        Console.WriteLine(Printer.Class(ProgramGenerator.Generate(1, i)));
    return 0;
}
var tally = new Tally();
int found = 0;
var net = new Net(ulong.Parse(args[2]), tally, finding =>
{
    if (found++ < 60) Console.WriteLine($"{finding.Kind}\n{Printer.Class(finding.Program)}{finding.Details}\n");
});
var watch = System.Diagnostics.Stopwatch.StartNew();
net.Run(int.Parse(args[0]), int.Parse(args[1]));
Console.WriteLine(tally);
Console.WriteLine(watch.Elapsed);
return 0;
