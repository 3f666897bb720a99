using System.Globalization;
using AutoDiffCE.RandomFormulas.Commands;
using AutoDiffCE.RandomFormulas.Growth;

var arguments = new Arguments(args);
return arguments.Words switch
{
    ["worker"] => Worker.Run(arguments),
    ["broken-worker"] => BrokenWorker.Run(arguments),
    ["growth-worker", var shape, var size] => GrowthWorker.Run(shape, int.Parse(size, CultureInfo.InvariantCulture)),
    ["broken", var count] => NetCommand.Run("broken-worker", int.Parse(count, CultureInfo.InvariantCulture), arguments),
    ["generated", var source] => GeneratedCommand.Run(source, arguments),
    ["growth"] => GrowthCommand.Run(arguments),
    ["print", var number] => NetCommand.Print(int.Parse(number, CultureInfo.InvariantCulture), arguments),
    [var count] when int.TryParse(count, out int programs) => NetCommand.Run("worker", programs, arguments),
    _ => NetCommand.Explain(),
};
