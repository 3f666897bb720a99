using System.Globalization;
using System.Text;
using Quickstart;

// The same output in every country.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var checks = new Checklist();
WorkedExamples.Run(checks);
CustomLoss.Run(checks);
NextCharacter.Run(checks, args.FirstOrDefault());
return checks.Conclude();
