namespace AutoDiffCE.Tests.Simd;

/// <summary>The reference of the other tests against numbers from 60-digit arithmetic (mpmath), given as the sum of two doubles.</summary>
public sealed class PreciseMathTests
{
    private const double Tolerance = 1e-28;

    [Theory]
    [InlineData(1.0, 2.718281828459045, 1.4456468917292502e-16)]
    [InlineData(-0.3, 0.7408182206817179, -1.805530505953e-18)]
    [InlineData(0.3465, 1.4141094938303624, -2.5548934308836974e-17)]
    [InlineData(20.7, 977002725.8269073, 8.802835844191425e-09)]
    [InlineData(-87.3, 1.2192470959520051e-38, 2.6482672706494e-55)]
    [InlineData(700.1, 1.120899771073261e+304, -1.0893860347277567e+288)]
    public void Exp_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.Exp(x), high, low);

    [Theory]
    [InlineData(1e-10, 1.00000000005e-10, 3.3900133221217734e-27)]
    [InlineData(0.35, 0.41906754859325723, -1.6297529353529618e-17)]
    [InlineData(0.5, 0.6487212707001282, -4.731568479435833e-17)]
    [InlineData(-0.34, -0.2882296772373903, -1.074958450001746e-17)]
    [InlineData(-5.0, -0.9932620530009145, -8.577826438071882e-18)]
    [InlineData(30.25, 13721704977463.906, -0.0009393237907290634)]
    public void ExpM1_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.ExpM1(x), high, low);

    [Theory]
    [InlineData(1.0000001, 9.999999505838704e-08, 1.5249709528441489e-24)]
    [InlineData(0.999, -0.0010005003335835344, -2.5644777003677798e-20)]
    [InlineData(1.5, 0.4054651081081644, -2.8811380259626426e-18)]
    [InlineData(0.70710678, -0.3465735919580042, -2.5382417743198404e-18)]
    [InlineData(3e-300, -689.6769156095456, 3.55803606729799e-14)]
    [InlineData(1e+300, 690.7755278982137, 2.3747660028800243e-14)]
    public void Log_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.Log(x), high, low);

    [Theory]
    [InlineData(1e-12, 9.999999999995e-13, 2.4217940103012377e-29)]
    [InlineData(-0.2, -0.22314355131420976, -4.7865172104896585e-18)]
    [InlineData(0.26, 0.23111172096338664, -4.621817732259396e-18)]
    [InlineData(-0.75, -1.3862943611198906, -4.638093627692599e-17)]
    [InlineData(0.9, 0.6418538861723948, -1.7565308162532386e-17)]
    [InlineData(10000000000.0, 23.025850930040455, 1.3736784183183428e-15)]
    public void LogP1_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.LogP1(x), high, low);

    [Theory]
    [InlineData(1e-05, 9.999999999666668e-06, -4.5758701526937e-22)]
    [InlineData(0.2, 0.197375320224904, 6.334792292201447e-18)]
    [InlineData(-0.54, -0.49298796667532435, -1.0897843356493002e-17)]
    [InlineData(0.56, 0.5079774328978962, -2.2959115908508354e-17)]
    [InlineData(3.0, 0.9950547536867305, -1.2991892863562624e-17)]
    [InlineData(-17.0, -0.9999999999999966, -1.3874513253965218e-17)]
    public void Tanh_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.Tanh(x), high, low);

    [Theory]
    [InlineData(1e-05, 1.1283791670579e-05, -3.369136869444807e-23)]
    [InlineData(0.3, 0.3286267594591274, 2.2908254446982777e-17)]
    [InlineData(-0.75, -0.7111556336535151, -4.69744077164289e-17)]
    [InlineData(1.1, 0.8802050695740817, -3.550744643146631e-18)]
    [InlineData(2.75, 0.9998993780778803, 4.451378916214761e-17)]
    [InlineData(-5.0, -0.9999999999984626, 2.294992711807301e-17)]
    public void Erf_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.Erf(x), high, low);

    [Theory]
    [InlineData(1e-05, 0.9999887162083294, 1.201434901522369e-17)]
    [InlineData(0.3, 0.6713732405408726, 3.2602896784275053e-17)]
    [InlineData(-0.75, 1.7111556336535152, -6.404789474608675e-17)]
    [InlineData(1.1, 0.11979493042591827, 3.550744643146631e-18)]
    [InlineData(2.75, 0.00010062192211963683, 6.262545538413354e-21)]
    [InlineData(10.5, 7.035928090177523e-50, 5.9110972314303734e-68)]
    [InlineData(26.0, 5.663192408856143e-296, -3.454309640217e-312)]
    public void Erfc_is_right_to_a_hundred_bits(double x, double high, double low) => AssertClose(PreciseMath.Erfc(x), high, low);

    private static void AssertClose(ScaledNumber actual, double high, double low)
    {
        DoubleDouble number = actual.Mantissa.Scale(actual.Exponent);
        double error = Math.Abs(number.High - high + (number.Low - low)) / Math.Abs(high);
        Assert.True(error < Tolerance, $"{number.High:R} + {number.Low:R} is {error:E1} away");
    }
}
