// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import java.util.Locale;

/** Draws figures as bars, each with its number. Stateless. */
final class PlotPicture {
    private static final int WIDTH = 760;
    private static final int LEFT = 300;
    private static final int RIGHT = 110;
    private static final int TOP = 44;
    private static final int ROW = 24;
    private static final int BAR = 16;
    private static final int MARGIN = 16;
    private static final String OURS = "#0969da";
    private static final String PEERS = "#8c959f";

    private PlotPicture() {}

    /** The plot as SVG. */
    static String of(Plot plot) {
        int height = TOP + plot.bars().size() * ROW + MARGIN;
        Svg svg = new Svg(WIDTH, height, plot.title());
        svg.words(MARGIN, TOP / 2.0 + 4, plot.title(), "start", "font-weight=\"bold\"");
        double largest = plot.bars().stream().mapToDouble(Plot.Bar::value).max().orElse(1);
        double y = TOP;
        for (Plot.Bar bar : plot.bars()) {
            double width = bar.value() / largest * (WIDTH - LEFT - RIGHT);
            svg.words(LEFT - 8, y + BAR - 4, bar.name(), "end", "");
            svg.bar(LEFT, y, width, BAR, bar.isOurs() ? OURS : PEERS);
            svg.words(LEFT + width + 6, y + BAR - 4, number(bar.value()) + " " + plot.unit(), "start", "");
            y += ROW;
        }
        return svg.end();
    }

    /** Three digits are told, or all before the point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 || value == 0 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
