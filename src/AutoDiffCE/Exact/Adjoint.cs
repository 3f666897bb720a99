using System.Runtime.CompilerServices;

namespace AutoDiffCE.Exact;

/// <summary>
/// What flows back to a number: a sum of numbers, each of them so many times, that keeps apart what it is made of. A number that is added on one way and
/// subtracted on another is not there, however few of its digits are known: u − log Σ e^u of a single class has the derivative 0, for any u.
/// </summary>
internal sealed class Adjoint
{
    private readonly Term[] terms;

    private Adjoint(Term[] terms) => this.terms = terms;

    /// <summary>Whether the sum is of one number, itself.</summary>
    public bool IsSingle => terms is [{ Times: 1, Rest.IsZero: true }];

    /// <summary>Whether something of it is unknown.</summary>
    public bool HasUnknown => Array.Exists(terms, term => term.Number.Value.IsUnknown || term.Rest.IsUnknown);

    /// <summary>A number that is like no other.</summary>
    public static Adjoint Of(Ball number) => new([new Term(new StrongBox<Ball>(number), 1, Ball.Zero)]);

    /// <summary>The sum of adjoints.</summary>
    public static Adjoint Sum(BallArithmetic arithmetic, List<Adjoint> adjoints)
    {
        if (adjoints.Count == 1)
            return adjoints[0];
        var places = new Dictionary<StrongBox<Ball>, int>(ReferenceEqualityComparer.Instance);
        var sum = new List<Term>();
        foreach (Term term in adjoints.SelectMany(adjoint => adjoint.terms))
        {
            // ∞ − ∞ is undefined.
            bool isReal = term.Number.Value is { IsFinite: true } or { IsHuge: true };
            if (!isReal || places.TryAdd(term.Number, sum.Count))
                sum.Add(term);
            else
                sum[places[term.Number]] = sum[places[term.Number]].Plus(arithmetic, term);
        }
        sum.RemoveAll(term => term is { Times: 0, Rest.IsZero: true });
        return new Adjoint([.. sum]);
    }

    public static Adjoint operator -(Adjoint adjoint) =>
        new(Array.ConvertAll(adjoint.terms, term => term with { Times = -term.Times, Rest = -term.Rest }));

    /// <summary>1 − share times the adjoint.</summary>
    public Adjoint Less(BallArithmetic arithmetic, Ball share) =>
        share.IsZero ? this : new(Array.ConvertAll(terms, term => term.Less(arithmetic, share)));

    /// <summary>What the sum comes to.</summary>
    public Ball Value(BallArithmetic arithmetic) => terms.Length switch
    {
        1 => terms[0].Value(arithmetic),
        _ => arithmetic.Sum(Array.ConvertAll(terms, term => term.Value(arithmetic))),
    };

    // (times + rest) · number: what is whole is exact, and cancels.
    private readonly record struct Term(StrongBox<Ball> Number, int Times, Ball Rest)
    {
        public Term Plus(BallArithmetic arithmetic, Term other) =>
            this with { Times = Times + other.Times, Rest = arithmetic.Add(Rest, other.Rest) };

        // (n + r) (1 − s) = n + (r − s (n + r))
        public Term Less(BallArithmetic arithmetic, Ball share) =>
            this with { Rest = arithmetic.Subtract(Rest, arithmetic.Multiply(share, Factor(arithmetic))) };

        public Ball Value(BallArithmetic arithmetic) => (Times, Rest.IsZero) switch
        {
            (1, true) => Number.Value,
            (-1, true) => -Number.Value,
            _ => arithmetic.Multiply(Number.Value, Factor(arithmetic)),
        };

        private Ball Factor(BallArithmetic arithmetic) => arithmetic.Add(Ball.Of(Times), Rest);
    }
}
