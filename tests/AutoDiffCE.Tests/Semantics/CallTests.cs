using System.Numerics;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>What generated members promise about a call beside its result: errors, memory, and the same bits wherever a sample stands.</summary>
public abstract class CallTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Seed = 900;

    // Short rows run with samples along the lanes, long ones with classes.
    private static readonly int[] rowLengths = [5, 150];

    [Fact]
    public void A_label_out_of_range_is_named_with_its_sample_before_anything_is_written()
    {
        foreach (int label in new[] { 5, -1 })
        {
            Call<T> call = RandomCall(5, 4) with { Label = [0, 1, label, 2], Upstream = Call<T>.Marked(4) };
            foreach (Action<ILossMembers<T>, Call<T>> member in Members())
            {
                Call<T> fresh = call.Fresh(4);
                var exception = Assert.Throws<ArgumentOutOfRangeException>(() => member(MembersOf(new CrossEntropyLoss()), fresh));
                Assert.Equal("label", exception.ParamName);
                Assert.Equal(label, exception.ActualValue);
                Assert.Contains("sample 2", exception.Message, StringComparison.Ordinal);
                Assert.Contains(FormattableString.Invariant($"{label}"), exception.Message, StringComparison.Ordinal);
                AssertUntouched(fresh);
            }
        }
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_named_before_anything_is_written()
    {
        Call<T> call = RandomCall(5, 4) with { Upstream = Call<T>.Marked(4) };
        Call<T> fresh = call.Fresh(4);
        AssertMismatch(fresh with { Inputs = [Call<T>.Marked(19)] }, "logits", 19, 4);
        AssertMismatch(fresh with { Gradients = [Call<T>.Marked(21)] }, "logitsGradient", 21, 20);
        AssertMismatch(fresh with { Upstream = Call<T>.Marked(3) }, "upstream", 3, 4);
        AssertMismatch(fresh with { Destination = Call<T>.Marked(5) }, "destination", 5, 4);
        AssertMismatch(fresh with { SampleWeights = Call<T>.Marked(6) }, "options", 6, 4);
    }

    [Fact]
    public void No_member_allocates_after_its_first_call()
    {
        foreach (int classes in rowLengths)
        {
            foreach (LossCase loss in ReadyMadeLosses.All(classes))
            {
                var scenario = new Scenario(loss, 40, Seed);
                Call<T> call = scenario.CallOf<T>().Fresh(40);
                ILossMembers<T> members = loss.MembersOf<T>();
                foreach (Action<ILossMembers<T>, Call<T>> member in Members())
                    AssertNoAllocation(() => member(members, call), loss.Name);
            }
        }
    }

    [Fact]
    public void A_sample_has_the_same_bits_in_any_batch_and_at_any_position()
    {
        foreach (int classes in rowLengths)
        {
            foreach (LabelLoss loss in Losses())
            {
                const int Samples = 37;
                Call<T> whole = RandomCall(classes, Samples).Fresh(Samples);
                MembersOf(loss).ValuesAndGradient(whole);
                for (int start = 0; start < Samples; start += 3)
                {
                    for (int end = start + 1; end <= Samples; end += 5)
                        AssertPart(loss, whole, classes, start, end);
                }
            }
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        foreach (int classes in new[] { 7, 300 })
        {
            foreach (LabelLoss loss in Losses())
            {
                int samples = 300_000 / classes;
                Call<T> one = RandomCall(classes, samples).Fresh(samples);
                T value = MembersOf(loss).ValueAndGradient(one);
                foreach (int threads in new[] { 2, 3, 8 })
                {
                    Call<T> several = (one with { Threads = threads }).Fresh(samples);
                    Assert.Equal(value, MembersOf(loss).ValueAndGradient(several));
                    Assert.Equal(one.Gradients[0], several.Gradients[0]);
                }
            }
        }
    }

    [Fact]
    public void Positions_of_an_image_are_samples_of_their_own()
    {
        const int Classes = 6;
        const int Inner = 11;
        const int Items = 3;
        foreach (LabelLoss loss in Losses())
        {
            Call<T> plain = RandomCall(Classes, Items * Inner).Fresh(Items * Inner);
            T value = MembersOf(loss).ValueAndGradient(plain);
            Call<T> image = (plain with { Inputs = [ToImage(plain.Inputs[0], Classes, Inner)], Inner = Inner }).Fresh(Items * Inner);
            Assert.Equal(value, MembersOf(loss).ValueAndGradient(image));
            Assert.Equal(ToImage(plain.Gradients[0], Classes, Inner), image.Gradients[0]);
        }
    }

    [Fact]
    public void The_gradient_may_be_written_over_its_input()
    {
        foreach (int classes in rowLengths)
        {
            foreach ((LabelLoss loss, _) in AllLosses.Labeled(classes))
            {
                Call<T> apart = RandomCall(classes, 20).Fresh(20);
                T value = MembersOf(loss).ValueAndGradient(apart);
                T[] shared = [.. apart.Inputs[0]];
                Call<T> inPlace = apart with { Inputs = [shared], Gradients = [shared] };
                Assert.Equal(value, MembersOf(loss).ValueAndGradient(inPlace));
                Assert.Equal(apart.Gradients[0], shared);
            }
        }
    }

    private static void AssertPart(LabelLoss loss, Call<T> whole, int classes, int start, int end)
    {
        Call<T> part = (whole with
        {
            Inputs = [whole.Inputs[0][(start * classes)..(end * classes)]],
            Label = whole.Label[start..end],
            Upstream = whole.Upstream[start..end],
        }).Fresh(end - start);
        MembersOf(loss).ValuesAndGradient(part);
        Assert.Equal(whole.Destination[start..end], part.Destination);
        Assert.Equal(whole.Gradients[0][(start * classes)..(end * classes)], part.Gradients[0]);
    }

    private static T[] ToImage(T[] rows, int classes, int inner)
    {
        var image = new T[rows.Length];
        for (int index = 0; index < rows.Length; index++)
        {
            (int sample, int c) = Math.DivRem(index, classes);
            (int item, int position) = Math.DivRem(sample, inner);
            image[(((item * classes) + c) * inner) + position] = rows[index];
        }

        return image;
    }

    private static Call<T> RandomCall(int classes, int samples)
    {
        var random = new Random(Seed);
        return new Call<T>
        {
            Inputs = [Call<T>.Numbers(Enumerable.Range(0, samples * classes).Select(_ => (random.NextDouble() * 8) - 4))],
            Label = [.. Enumerable.Range(0, samples).Select(_ => random.Next(classes))],
            Upstream = Call<T>.Numbers(Enumerable.Range(0, samples).Select(_ => random.NextDouble() - 0.5)),
        };
    }

    private static LabelLoss[] Losses() =>
        [new CrossEntropyLoss(), new CrossEntropyLoss { LabelSmoothing = 0.1 }, new MultiMarginLoss(), new FocalLoss(2), new BrierLoss()];

    private static Action<ILossMembers<T>, Call<T>>[] Members() =>
    [
        (members, call) => members.Value(call),
        (members, call) => members.ValueAndGradient(call),
        (members, call) => members.Values(call),
        (members, call) => members.ValuesAndGradient(call),
        (members, call) => members.Backward(call),
        (members, call) => members.Total(call),
    ];

    private static ILossMembers<T> MembersOf(LabelLoss loss) => (ILossMembers<T>)(object)new LabelMembers(loss);

    private static void AssertMismatch(Call<T> call, string parameter, int length, int other)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => MembersOf(new CrossEntropyLoss()).ValuesAndGradient(call));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(FormattableString.Invariant($"{length}"), exception.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{other}"), exception.Message, StringComparison.Ordinal);
        AssertUntouched(call);
    }

    private static void AssertUntouched(Call<T> call)
    {
        Assert.All(call.Destination, number => Assert.Equal(Call<T>.Untouched, number));
        Assert.All(call.Gradients[0], number => Assert.Equal(Call<T>.Untouched, number));
    }

    // What a member allocates, it allocates in every round. Once, among many runs, a round had what no other had, and nobody knows from where.
    private static void AssertNoAllocation(Action call, string name)
    {
        const int Rounds = 5;
        long allocated = 1;
        for (int repetition = 0; repetition < 40; repetition++)
            call();
        for (int round = 0; round < Rounds && allocated > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int repetition = 0; repetition < 10; repetition++)
                call();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.True(allocated == 0, FormattableString.Invariant($"{name} allocated {allocated} bytes in 10 calls, {Rounds} times."));
    }
}
