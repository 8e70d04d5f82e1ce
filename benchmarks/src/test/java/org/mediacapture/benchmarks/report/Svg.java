// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import java.util.Locale;

/** Writes a picture as SVG; sizes and places are pixels. Confined to one thread. */
public final class Svg {
    private static final String INK = "#24292f";

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param title what a reader is told who cannot see it
     */
    public Svg(int width, int height, String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" font-size=\"12\">%n",
                width, height, width, height);
        add("<title>%s</title>%n", title);
        // a ground of its own, so that it is read on dark pages too
        add("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"#d0d7de\"/>%n", width, height);
    }

    /** A filled rectangle with round corners. */
    public void bar(double x, double y, double width, double height, String colour) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" fill=\"%s\"/>%n",
                x, y, Math.max(1, width), height, colour);
    }

    /** An upright line. */
    public void upright(double x, double top, double bottom, double width, String colour, String more) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\" %s/>%n",
                x, top, x, bottom, colour, width, more);
    }

    /** A level line. */
    public void level(double left, double right, double y, String colour) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", left, y, right, y, colour);
    }

    /** Dark words. */
    public void words(double x, double y, String words, String anchor, String more) {
        words(x, y, words, anchor, INK, more);
    }

    /** Words in a colour. */
    public void words(double x, double y, String words, String anchor, String colour, String more) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" %s>%s</text>%n",
                x, y, anchor, colour, more, words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** The whole picture. */
    public String end() {
        return text + "</svg>\n";
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
