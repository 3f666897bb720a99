using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Distillation;

/// <summary>α KL(b_teacher ‖ b_student) + β KL(p̂_teacher ‖ p̂_student), b the label against the rest, p̂ the rest among itself.</summary>
/// <remarks>B. Zhao et al., Decoupled Knowledge Distillation, CVPR 2022.</remarks>
[Loss]
internal sealed partial class DecoupledDistillationLoss(double alpha, double beta, double temperature)
{
    /// <param name="student">The logits of the student.</param>
    /// <param name="teacher">The logits of the teacher.</param>
    /// <param name="t">The class that is true.</param>
    public double Formula(Row student, Row teacher, int t)
    {
        Row p = Softmax(student / temperature), q = Softmax(teacher / temperature);
        double target = q[t] * Log(q[t] / p[t]) + (1 - q[t]) * Log((1 - q[t]) / (1 - p[t]));
        double rest = 0;
        for (int i = 0; i < p.Length; i++)
        {
            if (i != t)
                rest += q[i] / (1 - q[t]) * Log(q[i] / (1 - q[t]) / (p[i] / (1 - p[t])));
        }

        return alpha * target + beta * rest;
    }
}
