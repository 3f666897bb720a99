namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>
/// Does something when work takes too much of the processor's time, which does not depend on what else the machine does. No thread can be stopped
/// from outside, so what it does is to end the process.
/// </summary>
internal sealed class Watch
{
    private readonly Action tooLong;
    private readonly Thread thread;
    private long end;

    public Watch(Action tooLong)
    {
        this.tooLong = tooLong;
        thread = new Thread(Look) { IsBackground = true };
        thread.Start();
    }

    /// <summary>Something starts that may take so long.</summary>
    public void Start(int milliseconds) => Interlocked.Exchange(ref end, Now + milliseconds);

    /// <summary>Nothing is being done that could hang.</summary>
    public void Rest() => Interlocked.Exchange(ref end, 0);

    private static long Now => 1 + (long)Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private void Look()
    {
        while (true)
        {
            Thread.Sleep(200);
            long last = Interlocked.Read(ref end);
            if (last != 0 && Now > last)
                tooLong();
        }
    }
}
