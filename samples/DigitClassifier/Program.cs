using System.Globalization;
using System.Text;
using DigitClassifier;

// The same output in every country.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

try
{
    return new Tutorial(arguments).Run() ? 0 : 1;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
