// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the size with the smallest distance without trying all (CM-13). The distance from a wish is linear below it and
 * concave above it. So for one height the best width is at an end of the widths, at the wished width, or beside the wished
 * ratio; and the distance that real widths could reach is concave over the heights between the few heights where two of
 * those meet. Concave means that the inner heights are no better than the better end: from both ends of such a stretch
 * the search goes inward only while an end promises less than what is found. Confined to one thread.
 */
final class SizeSearch {
    /** Above this many expected fractions it is quicker to go through heights. */
    private static final double FEW = 24;

    /** Share of the pairs of numbers that have no common divisor, halved since a band of ratios is a triangle. */
    private static final double REDUCED = 0.31;

    private final Sizes sizes;
    private final SizeWish wish;
    private final int first;
    private final int last;
    private final double lowest;
    private final double highest;
    private final double floor;
    private double best;
    private int bestWidth;
    private int bestHeight;

    private SizeSearch(Sizes sizes, SizeWish wish, double bound) {
        this.sizes = sizes;
        this.wish = wish;
        this.first = sizes.firstHeight();
        this.last = sizes.lastHeight();
        this.lowest = sizes.lowestRatio();
        this.highest = sizes.highestRatio();
        this.floor = lowerBound(sizes, wish);
        this.best = bound;
    }

    /** The best size whose distance is below a bound, or empty. */
    static Optional<Size> best(Sizes sizes, SizeWish wish, double bound) {
        SizeSearch search = new SizeSearch(sizes, wish, bound);
        search.run();
        return search.bestWidth == 0
                ? Optional.empty()
                : Optional.of(new Size(search.bestWidth, search.bestHeight, search.best));
    }

    /** What no size is nearer than; width, height and ratio each taken for itself. */
    static double lowerBound(Sizes sizes, SizeWish wish) {
        double lowest = Math.max(sizes.ratio().min(), Sizes.ratioOf(sizes.minWidth(), sizes.maxHeight()));
        double highest = Math.min(sizes.ratio().max(), Sizes.ratioOf(sizes.maxWidth(), sizes.minHeight()));
        return boundBesideRatio(sizes, wish) + wish.toRatio(clamp(wish.ratio(), lowest, highest));
    }

    private static double boundBesideRatio(Sizes sizes, SizeWish wish) {
        return wish.constant()
                + wish.toWidth(clamp(wish.width(), sizes.minWidth(), sizes.maxWidth()))
                + wish.toHeight(clamp(wish.height(), sizes.minHeight(), sizes.maxHeight()));
    }

    private void run() {
        if (floor >= best) {
            return;
        }
        if (!sizes.isBoundByRatio() && wish.ratio() == 0) {
            consider(
                    (int) clamp(
                            wish.width() == 0 ? sizes.maxWidth() : wish.width(), sizes.minWidth(), sizes.maxWidth()),
                    (int) clamp(
                            wish.height() == 0 ? sizes.maxHeight() : wish.height(),
                            sizes.minHeight(),
                            sizes.maxHeight()));
            return;
        }
        if (wish.ratio() > 0 && wish.wishes() == 1) {
            Fractions.around(wish.ratio(), sizes.maxWidth(), sizes.maxHeight()).forEach(this::tryMultiples);
        }
        if (!tryFractions()) {
            tryHeights();
        }
    }

    private void tryHeights() {
        double[] turns = turns();
        for (double turn : turns) {
            tryHeight((int) Math.floor(turn));
            tryHeight((int) Math.ceil(turn));
        }
        if (tryFractions()) { // of which now fewer are worthwhile
            return;
        }
        for (int i = 1; i < turns.length; i++) {
            goInward((int) Math.ceil(turns[i - 1]), (int) Math.floor(turns[i]));
        }
    }

    /** The heights between which the reachable distance is concave, in order. */
    private double[] turns() {
        double[] widths = {sizes.minWidth(), sizes.maxWidth(), wish.width()};
        double[] ratios = {lowest, highest, wish.ratio()};
        double[] turns = new double[12];
        int count = 0;
        turns[count++] = first;
        turns[count++] = last;
        count = addWithin(turns, count, wish.height());
        for (double width : widths) {
            for (double ratio : ratios) {
                count = addWithin(turns, count, width / ratio);
            }
        }
        double[] found = Arrays.copyOf(turns, count);
        Arrays.sort(found);
        return found;
    }

    private int addWithin(double[] turns, int count, double height) {
        if (!(height > first && height < last)) {
            return count;
        }
        turns[count] = height;
        return count + 1;
    }

    private void goInward(int from, int to) {
        int left = from;
        int right = to;
        double atLeft = promise(left);
        double atRight = promise(right);
        while (left <= right && best > floor && Math.min(atLeft, atRight) < best) {
            if (atLeft <= atRight) {
                tryHeight(left++);
                atLeft = promise(left);
            } else {
                tryHeight(right--);
                atRight = promise(right);
            }
        }
    }

    /**
     * The distance that the best real width has at a height; no integer one has less. The wished width need not be looked at: it is
     * whole, so that both ends of a stretch were tried with it, and between them it comes no nearer.
     */
    private double promise(int height) {
        double low = Math.max(sizes.minWidth(), lowest * height);
        double high = Math.min(sizes.maxWidth(), highest * height);
        double least = Math.min(besideHeight(low, height), besideHeight(high, height));
        double ratioWidth = wish.ratio() * height;
        if (ratioWidth > low && ratioWidth < high) {
            least = Math.min(least, besideHeight(ratioWidth, height));
        }
        return wish.constant() + wish.toHeight(height) + least;
    }

    private double besideHeight(double width, int height) {
        return wish.toWidth(width) + wish.toRatio(width / height);
    }

    private void tryHeight(int height) {
        if (height < first || height > last || best <= floor) {
            return;
        }
        int low = sizes.firstWidth(height);
        int high = sizes.lastWidth(height);
        if (low > high) {
            return;
        }
        consider(low, height); // as good as any if neither width nor ratio is wished; else the best is one of these:
        if (wish.width() > 0) {
            consider((int) clamp(wish.width(), low, high), height);
        }
        if (wish.ratio() > 0) {
            double width = wish.ratio() * height;
            consider((int) clamp(Math.floor(width), low, high), height);
            consider((int) clamp(Math.ceil(width), low, high), height);
        }
    }

    /** Tries the multiples of all fractions that could be better, if any could; false if these are too many. */
    private boolean tryFractions() {
        if (best <= floor) {
            return true;
        }
        Interval ratios = worthwhile();
        double pairs = REDUCED
                * (ratios.max() - ratios.min())
                * Math.min((double) last * last, (sizes.maxWidth() / ratios.min()) * (sizes.maxWidth() / ratios.min()));
        if (!(pairs <= FEW)) {
            return false;
        }
        Fractions fractions = Fractions.within(ratios, sizes.maxWidth(), last);
        if (fractions.isComplete()) {
            fractions.list().forEach(this::tryMultiples);
        }
        return fractions.isComplete();
    }

    /** The ratios that are not by themselves farther from the wish than what is found. */
    private Interval worthwhile() {
        double worst = best - boundBesideRatio(sizes, wish);
        if (wish.ratio() == 0 || !(worst < 1)) {
            return sizes.ratio();
        }
        return sizes.ratio().narrowedBy(new Interval(wish.ratio() * (1 - worst), wish.ratio() / (1 - worst)));
    }

    /** With the ratio given, the distance is concave between the wished width and the wished height. */
    private void tryMultiples(Fraction fraction) {
        if (fraction.isEnd() || !fraction.hasMultipleIn(sizes)) {
            return;
        }
        long from = fraction.firstMultiple(sizes);
        long to = fraction.lastMultiple(sizes);
        double[] times = {from, to, wish.width() / fraction.width(), wish.height() / fraction.height()};
        for (double turn : times) {
            consider(fraction, (long) clamp(Math.floor(turn), from, to));
            consider(fraction, (long) clamp(Math.ceil(turn), from, to));
        }
    }

    private void consider(Fraction fraction, long times) {
        consider((int) (fraction.width() * times), (int) (fraction.height() * times));
    }

    private void consider(int width, int height) {
        double distance = wish.distance(width, height);
        if (distance < best && sizes.contains(width, height)) {
            best = distance;
            bestWidth = width;
            bestHeight = height;
        }
    }

    private static double clamp(double value, double min, double max) {
        return Math.min(Math.max(value, min), max);
    }
}
