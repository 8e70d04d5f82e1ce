// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mediacapture.benchmarks.report.Svg;

/**
 * Draws where time goes: a box is a method, as wide as its share, and stands on the one that called it. Confined to one thread.
 */
final class FlameGraph {
    private static final int WIDTH = 1200;
    private static final int MARGIN = 10;
    private static final int ROW = 17;
    private static final int TITLE = 34;
    private static final int LEGEND = 30;
    private static final double LETTER = 6.4;
    private static final double LETTER_OF_LEGEND = 6.2;
    private static final double SMALLEST_SHARE = 0.004;
    private static final ProfileLayer THREAD = new ProfileLayer("thread", "#eceff2");
    private static final List<String> RUNNERS = List.of("java.lang.Thread.", "java.util.concurrent.");

    private final Map<String, String> legend = new TreeMap<>();
    private double total;
    private int bottom;

    private FlameGraph() {}

    /** The picture, as SVG. */
    static String draw(Profile profile) {
        return new FlameGraph().picture(profile);
    }

    private String picture(Profile profile) {
        Box root = new Box(THREAD);
        for (Profile.Weighed sample : profile.times()) {
            root.add(sample);
        }
        total = Math.max(1, root.weight);
        int rows = root.depth(total * SMALLEST_SHARE) - 1;
        bottom = TITLE + rows * ROW;
        String title = profile.use().title() + ": where processor time goes";
        Svg svg = new Svg(WIDTH, bottom + LEGEND + MARGIN, title);
        svg.words(WIDTH / 2.0, 22, title, "middle", "font-size=\"15\"");
        drawCallees(svg, root, MARGIN, 0);
        drawLegend(svg);
        return svg.end();
    }

    private void drawCallees(Svg svg, Box box, double left, int level) {
        double x = left;
        for (Map.Entry<String, Box> callee : box.callees.entrySet()) {
            double share = callee.getValue().weight / total;
            double width = share * (WIDTH - 2 * MARGIN);
            if (share >= SMALLEST_SHARE) {
                drawBox(svg, callee.getKey(), callee.getValue(), x, width, level);
                drawCallees(svg, callee.getValue(), x, level + 1);
            }
            x += width;
        }
    }

    private void drawBox(Svg svg, String name, Box box, double x, double width, int level) {
        double y = bottom - (level + 1) * ROW;
        String text = level == 0 ? name : ProfileStack.shortName(name);
        svg.bar(x, y, width - 1, ROW - 1, box.layer.colour());
        legend.put(box.layer.name().startsWith("core") ? "core" : box.layer.name(), box.layer.colour());
        int letters = (int) ((width - 6) / LETTER);
        if (letters >= 4) {
            String words = text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
            svg.words(x + 3, y + ROW - 5, words, "start", "font-size=\"11\"");
        }
    }

    private void drawLegend(Svg svg) {
        double x = MARGIN;
        for (Map.Entry<String, String> entry : legend.entrySet()) {
            svg.bar(x, bottom + 12, 12, 12, entry.getValue());
            svg.words(x + 16, bottom + 22, entry.getKey(), "start", "font-size=\"11\"");
            x += 34 + entry.getKey().length() * LETTER_OF_LEGEND;
        }
    }

    /** A method and what it called; those by name. */
    private static final class Box {
        private final ProfileLayer layer;
        private final Map<String, Box> callees = new TreeMap<>();
        private double weight;

        Box(ProfileLayer layer) {
            this.layer = layer;
        }

        void add(Profile.Weighed sample) {
            weight += sample.weight();
            Box box = callees.computeIfAbsent(sample.stack().thread(), name -> new Box(THREAD));
            box.weight += sample.weight();
            boolean running = false;
            for (String frame : sample.stack().frames()) {
                running |= RUNNERS.stream().noneMatch(frame::startsWith);
                if (running) {
                    box = box.callees.computeIfAbsent(frame, name -> new Box(ProfileLayer.of(name)));
                    box.weight += sample.weight();
                }
            }
        }

        /** How many boxes stand on one another, this one included, of those that are drawn. */
        int depth(double smallest) {
            return 1
                    + callees.values().stream()
                            .filter(callee -> callee.weight >= smallest)
                            .mapToInt(callee -> callee.depth(smallest))
                            .max()
                            .orElse(0);
        }
    }
}
