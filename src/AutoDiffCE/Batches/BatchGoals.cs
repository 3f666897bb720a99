namespace AutoDiffCE.Batches;

/// <summary>What follows from what a call asks for.</summary>
internal static class BatchGoals
{
    /// <summary>Whether gradients are written.</summary>
    public static bool HasGradient(this BatchGoal goal) =>
        goal is BatchGoal.ValueAndGradient or BatchGoal.ValuesAndGradient or BatchGoal.Backward || goal.HasRows();

    /// <summary>Whether there is a value of each sample, if only on the way to its gradient.</summary>
    public static bool HasValue(this BatchGoal goal) => !goal.HasRows();

    /// <summary>Whether the formula gives a row: rows for rows, in the place of gradients, and nothing is weighed or summed.</summary>
    public static bool HasRows(this BatchGoal goal) => goal >= BatchGoal.Rows;

    /// <summary>Whether the caller gives one upstream per sample.</summary>
    public static bool HasUpstream(this BatchGoal goal) => goal is BatchGoal.ValuesAndGradient or BatchGoal.Backward;

    /// <summary>Whether one value per sample is written.</summary>
    public static bool HasDestination(this BatchGoal goal) => goal is BatchGoal.Values or BatchGoal.ValuesAndGradient;

    /// <summary>Whether the values are added up.</summary>
    public static bool HasSum(this BatchGoal goal) => goal is BatchGoal.Total or BatchGoal.Value or BatchGoal.ValueAndGradient;
}
