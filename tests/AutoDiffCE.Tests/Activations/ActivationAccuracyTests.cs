using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Activations;

/// <summary>Activations where a formula taken literally has lost its digits, against numbers from 30-digit arithmetic (mpmath).</summary>
public class ActivationAccuracyTests
{
    [Theory]
    [InlineData(-5.0, -1.4332578593959695e-06, -7.146946001792295e-06)]
    [InlineData(-12.5, -4.665705373597142e-35, -5.831668554480156e-34)]
    [InlineData(-30.0, -1.472014178144456e-196, -4.416031690708495e-195)]
    [InlineData(3.0, 2.99595030590511, 1.011945647204184)]
    [InlineData(1e-9, 5.000000003989423e-10, 0.5000000007978845)]
    public void Gelu_keeps_relative_accuracy_at_its_vanishing_end(double input, double value, double derivative) =>
        AssertActivation(Both(new GeluActivation()), input, value, derivative);

    [Theory]
    [InlineData(-5.0, -2.291796196629506e-07, -1.5463619875325946e-06)]
    [InlineData(-12.5, -8.101996464473621e-69, -2.8327285098472606e-67)]
    [InlineData(3.0, 2.996362607918227, 1.0115841666309697)]
    public void Approximate_gelu_keeps_relative_accuracy_at_its_vanishing_end(double input, double value, double derivative) =>
        AssertActivation(Both(new GeluActivation(approximate: true)), input, value, derivative);

    [Theory]
    [InlineData(-80.0, -1.4438811102763322e-33, -1.425832596397878e-33)]
    [InlineData(2.0, 1.7615941559557649, 1.0907842487848955)]
    public void Silu_keeps_relative_accuracy_at_its_vanishing_end(double input, double value, double derivative) =>
        AssertActivation(Both(new SiluActivation()), input, value, derivative);

    [Theory]
    [InlineData(18.0, 0.9999999999999996, 9.278091320974273e-16)]
    [InlineData(-18.0, -0.9999999999999996, 9.278091320974273e-16)]
    public void Tanh_keeps_the_digits_of_its_derivative(double input, double value, double derivative) =>
        AssertActivation(Both(new TanhActivation()), input, value, derivative);

    [Theory]
    [InlineData(-80.0, 1.8048513878454153e-35, 1.8048513878454153e-35)]
    [InlineData(80.0, 1.0, 1.8048513878454153e-35)]
    public void Sigmoid_keeps_the_digits_of_both_ends(double input, double value, double derivative) =>
        AssertActivation(Both(new SigmoidActivation()), input, value, derivative);

    [Fact]
    public void Relu_has_derivative_zero_at_zero()
    {
        double[] input = [-2, -0.0, 0, 1e-300, 3];
        double[] destination = new double[5];
        double[] gradient = new double[5];
        new ReluActivation().ValuesAndGradient(input, [1, 1, 1, 1, 1], destination, gradient);
        Assert.Equal([0, 0, 0, 1e-300, 3], destination);
        Assert.Equal([0, 0, 0, 1, 1], gradient);
    }

    [Fact]
    public void No_number_is_too_large_for_any_of_them()
    {
        float[] input = [1e12f, -1e12f, 3e19f, -3e19f, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity];
        float[] destination = new float[8];
        float[] gradient = new float[8];
        float[] upstream = [1, 1, 1, 1, 1, 1, 1, 1];
        float[] rectified = [1e12f, 0, 3e19f, 0, float.MaxValue, 0, float.PositiveInfinity, 0];

        new GeluActivation().ValuesAndGradient(input, upstream, destination, gradient);
        AssertRectified();
        new GeluActivation(approximate: true).ValuesAndGradient(input, upstream, destination, gradient);
        AssertRectified();
        new SiluActivation().ValuesAndGradient(input, upstream, destination, gradient);
        AssertRectified();

        void AssertRectified()
        {
            Assert.Equal(rectified, destination);
            Assert.Equal([1, 0, 1, 0, 1, 0, 1, 0], gradient);
        }
    }

    private static ActivationMembers.Both<double> Both(Loss activation) =>
        new ActivationMembers(activation).Bind<ActivationMembers.Both<double>>("ValuesAndGradient");

    private static void AssertActivation(ActivationMembers.Both<double> activation, double input, double value, double derivative)
    {
        double[] destination = new double[1];
        double[] gradient = new double[1];
        activation([input], [1], destination, gradient, default);

        // An exponent of the size of the square of the input, or of its cube, is rounded.
        double tolerance = 4e-16 * (4 + Math.Pow(Math.Abs(input), 3));
        AssertRelative(value, destination[0], tolerance);
        AssertRelative(derivative, gradient[0], tolerance);
    }

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
