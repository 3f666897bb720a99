using App;
using Library;

double[] prediction = [2.5], target = [1.0], gradient = [0.0];
double library = new SquaredLoss().ValueAndGradient(prediction, target, gradient);
Console.WriteLine($"library {library}, twice {new SquaredLOSS().Value(prediction, target)}, app {new ScaledLoss(2).Value(prediction, target)}, gradient {gradient[0]}");
