using System.Globalization;
using System.Text;
using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using GradientChecking;

// The same output in every country.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

const int Samples = 6;
const int Classes = 5;
const int Width = 4;
var random = new Random(1);
double[] logits = Numbers(Samples * Classes);
int[] labels = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(Classes))];
double[] inputs = Numbers(Samples * Width);
double[] weights = Numbers(Classes * Width);
var check = new GradientCheck();
int surprises = 0;

Title("1. A cross-entropy written by hand, and three ways to get its gradient wrong");
foreach (Mistake mistake in (Mistake[])[Mistake.None, Mistake.LabelOffByOne, Mistake.MeanForgotten, Mistake.WrongSign])
{
    var function = new HandWrittenCrossEntropy(labels, Classes, mistake);
    Show($"Mistake: {mistake}", check.Check(function.ValueAndGradient, logits, Classes), shouldPass: mistake == Mistake.None);
}

Title("2. A layer written by hand, under a generated loss");
foreach (Mistake mistake in (Mistake[])[Mistake.None, Mistake.WeightsOffByOne])
{
    var layer = new DenseLayer(inputs, labels, Classes, mistake);
    Show($"Mistake: {mistake}", check.Check(layer.ValueAndGradient, weights, Width), shouldPass: mistake == Mistake.None);
}

Title("3. The same layer along random directions, as for inputs too large for one number after the other");
foreach (Mistake mistake in (Mistake[])[Mistake.None, Mistake.WeightsOffByOne])
{
    var layer = new DenseLayer(inputs, labels, Classes, mistake);
    var along = new GradientCheck { Directions = 6 };
    Show($"Mistake: {mistake}", along.Check(layer.ValueAndGradient, weights), shouldPass: mistake == Mistake.None);
}

Title("4. Generated losses: every member, float and double");
Show("Cross-entropy", check.Check(new CrossEntropyLoss(), logits, labels), shouldPass: true);
Show("Cross-entropy at extreme points", check.CheckExtremes(new CrossEntropyLoss(), Classes), shouldPass: true);
// Equal scores and a margin of 0: every wrong class lies exactly at the kink.
Show("A margin loss of one's own, at its kinks", check.Check(new MarginLoss(margin: 0), new double[Samples * Classes], labels), shouldPass: true);

Console.WriteLine(surprises == 0 ? "Every mistake was found, and nothing else." : $"{surprises} checks did not turn out as they should.");
return surprises == 0 ? 0 : 1;

double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextDouble() - 2)];

static void Title(string title) => Console.WriteLine($"{title}\n{new string('─', title.Length)}\n");

void Show(string name, GradientReport report, bool shouldPass)
{
    if (report.Passed != shouldPass) surprises++;
    Console.WriteLine($"{name}\n\n{report}");
}
