namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>
/// Does something when work takes too much of the processor's time, which does not depend on what else the machine does. No thread can be stopped
/// from outside, so what it does is to end the process.
/// </summary>
internal sealed class Watch
{
    private readonly int milliseconds;
    private readonly Action tooLong;
    private readonly Thread thread;
    private long started;

    public Watch(int milliseconds, Action tooLong)
    {
        this.milliseconds = milliseconds;
        this.tooLong = tooLong;
        thread = new Thread(Look) { IsBackground = true };
        thread.Start();
    }

    /// <summary>Something starts.</summary>
    public void Start() => Interlocked.Exchange(ref started, Now);

    /// <summary>Nothing is being done that could hang.</summary>
    public void Rest() => Interlocked.Exchange(ref started, 0);

    private static long Now => 1 + (long)Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private void Look()
    {
        while (true)
        {
            Thread.Sleep(200);
            long since = Interlocked.Read(ref started);
            if (since != 0 && Now - since > milliseconds)
                tooLong();
        }
    }
}
