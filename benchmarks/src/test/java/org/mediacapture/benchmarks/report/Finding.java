// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/**
 * One measured figure, and what it is held to. With a peer, the ratio of both is held to the limit; without, the figure itself is.
 * NaN stands for what there is not: no limit, no gate. Immutable.
 *
 * @param goal the goal's number, as in "G2"
 * @param what what was measured
 * @param picture what the frames showed and how large they were, as in "noisy 720p"; empty when it does not matter
 * @param ours our figure
 * @param unit the unit of our figure, the peer's and the bound's
 * @param peer what it is compared to
 * @param bound what it cannot be better than, measured by itself: a part of the work that has to be done
 * @param limit what the goal asks for
 * @param gate what a run must keep, or it fails: the limit for what has no noise, the limit with slack for ratios, NaN for times
 * @param atLeast whether limit and gate are the least and not the most
 */
public record Finding(
        String goal,
        String what,
        String picture,
        double ours,
        String unit,
        Figure peer,
        Figure bound,
        double limit,
        double gate,
        boolean atLeast) {

    /** A figure that is at most some limit. */
    public static Finding of(String goal, String what, String picture, double ours, String unit, double limit) {
        return new Finding(goal, what, picture, ours, unit, Figure.NONE, Figure.NONE, limit, Double.NaN, false);
    }

    /** A figure that tells something and is held to nothing. */
    public static Finding noted(String goal, String what, String picture, double ours, String unit) {
        return of(goal, what, picture, ours, unit, Double.NaN);
    }

    /** The same compared with a peer: the limit is one of their ratio. */
    public Finding against(String name, double figure) {
        return new Finding(goal, what, picture, ours, unit, new Figure(name, figure), bound, limit, gate, atLeast);
    }

    /**
     * The same, with what bounds it; a report tells it of a figure that misses its limit, and of one that misses it without a bound
     * that nothing is known.
     *
     * @param name what has to be done in any case
     * @param figure what that takes alone, measured in the same run, in the unit of our figure
     */
    public Finding boundedBy(String name, double figure) {
        return new Finding(goal, what, picture, ours, unit, peer, new Figure(name, figure), limit, gate, atLeast);
    }

    /** The same, with its limits the least that is asked for: a throughput. */
    public Finding asLeast() {
        return new Finding(goal, what, picture, ours, unit, peer, bound, limit, gate, true);
    }

    /** The same, and a run fails that is past the limit: for counts and allocations. */
    public Finding gated() {
        return gatedAt(limit);
    }

    /** The same, and a run fails that is past this: for ratios, which need slack. */
    public Finding gatedAt(double most) {
        return new Finding(goal, what, picture, ours, unit, peer, bound, limit, most, atLeast);
    }

    /** Whether there is a peer. */
    public boolean isCompared() {
        return peer.isThere();
    }

    /** Our figure as a part of the peer's, or NaN. */
    public double ratio() {
        return ours / peer.value();
    }

    /** What is held to the limit. */
    public double held() {
        return held(ours);
    }

    private double held(double figure) {
        return isCompared() ? figure / peer.value() : figure;
    }

    /** Whether it misses its limit and nothing was measured that bounds it. */
    public boolean isUnexplained() {
        return isMissed() && !bound.isThere();
    }

    /** Whether it misses its limit. */
    public boolean isMissed() {
        return verdict() == Verdict.MISSED || verdict() == Verdict.FAILED;
    }

    /** Whether what bounds it is past the limit alone: nothing that we do can reach it. */
    public boolean isOutOfReach() {
        return bound.isThere() && !keeps(bound.value(), limit);
    }

    /** What is to be said of it. A figure that is no number misses every limit. */
    public Verdict verdict() {
        if (!Double.isNaN(gate) && !keeps(ours, gate)) {
            return Verdict.FAILED;
        }
        if (Double.isNaN(limit)) {
            return Verdict.NOTED;
        }
        return keeps(ours, limit) ? Verdict.MET : Verdict.MISSED;
    }

    private boolean keeps(double figure, double most) {
        return atLeast ? held(figure) >= most : held(figure) <= most;
    }
}
