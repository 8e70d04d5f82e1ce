// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mediacapture.benchmarks.report.Svg;

/** Draws a timeline: a lane for each thing, time from left to right. Confined to one thread. */
final class TimelinePicture {
    private static final int WIDTH = 900;
    private static final int LEFT = 128;
    private static final int RIGHT = 882;
    private static final int TOP = 62;
    private static final int LANE = 24;
    private static final int BAR = 15;
    private static final int TEXT = 12;
    private static final int HEADING = 30;
    private static final int LANES_OF_TRACK = 4;
    private static final int FOOT = 40;
    private static final double AXIS_STEP = 200;
    private static final double ROOM_FOR_WORDS = 34;
    private static final double ROOM_FOR_GAP = 46;

    private static final String FAINT = "#d0d7de";
    private static final String GREY = "#57606a";
    private static final String MUTED = "#cf222e";
    private static final String PHOTO = "#1a7f37";
    private static final String FRAME = "#24292f";
    private static final String BUNDLE = "#8c959f";
    private static final Map<String, String> PROVIDERS =
            Map.of(TwinCamera.LEFT, "#0969da", TwinCamera.RIGHT, "#bc4c00");
    private static final String HALO = "stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\" ";
    private static final String BOLD = HALO + "font-weight=\"bold\"";
    private static final String SMALL = "font-size=\"11\"";

    private final Timeline timeline;
    private final Svg svg;
    private final double bottom;
    private double y = TOP;

    private TimelinePicture(Timeline timeline) {
        this.timeline = timeline;
        int height = TOP + LANE + timeline.tracks().size() * (HEADING + LANES_OF_TRACK * LANE) + FOOT;
        this.bottom = height - FOOT;
        this.svg = new Svg(
                WIDTH, height, "Two tracks during a swap, the withdrawal of a provider, its stop, start and update");
    }

    /** The picture as SVG. */
    static String of(Timeline timeline) {
        return new TimelinePicture(timeline).draw();
    }

    private String draw() {
        steps();
        lane("provider bundle");
        for (Timeline.Span active : timeline.bundle()) {
            band(active, BUNDLE);
        }
        for (Timeline.Track track : timeline.tracks()) {
            draw(track);
        }
        axis();
        return svg.end();
    }

    private void steps() {
        for (Timeline.Step step : timeline.steps()) {
            svg.upright(x(step.at()), TOP - 24, bottom, 1, GREY, "stroke-dasharray=\"2 3\"");
            svg.words(x(step.at()), TOP - 30, step.what(), "middle", BOLD);
        }
    }

    private void draw(Timeline.Track track) {
        svg.level(10, RIGHT, y + 6, FAINT);
        y += HEADING;
        svg.words(10, y - 7, "A camera that " + track.title(), "start", BOLD);
        lane("provider in use");
        for (Timeline.Span used : track.providers()) {
            band(used, PROVIDERS.getOrDefault(used.what(), GREY));
        }
        lane("frames");
        frames(track.frames());
        lane("track muted");
        for (Timeline.Span muted : track.muted()) {
            duration(muted, MUTED);
        }
        lane("photos");
        for (Timeline.Span photo : track.photos()) {
            duration(photo, photo.what().isEmpty() ? PHOTO : MUTED);
        }
    }

    private void frames(List<Double> frames) {
        for (int i = 0; i < frames.size(); i++) {
            svg.upright(x(frames.get(i)), barTop(), barTop() + BAR, 1.6, FRAME, "");
            if (i > 0 && x(frames.get(i)) - x(frames.get(i - 1)) > ROOM_FOR_GAP) {
                String gap = milliseconds(frames.get(i) - frames.get(i - 1));
                svg.words(x((frames.get(i) + frames.get(i - 1)) / 2), textLine(), gap, "middle", GREY, HALO + SMALL);
            }
        }
    }

    /** A bar that tells its name. */
    private void band(Timeline.Span span, String colour) {
        double width = x(span.to()) - x(span.from());
        svg.bar(x(span.from()), barTop(), width, BAR, colour);
        if (width > ROOM_FOR_WORDS) {
            svg.words(x(span.from()) + 6, textLine(), span.what(), "start", "#ffffff", SMALL);
        }
    }

    /** A bar that tells how long it lasted. */
    private void duration(Timeline.Span span, String colour) {
        svg.bar(x(span.from()), barTop(), x(span.to()) - x(span.from()), BAR, colour);
        svg.words(x(span.to()) + 4, textLine(), milliseconds(span.length()), "start", colour, HALO + SMALL);
    }

    private void lane(String name) {
        y += LANE;
        svg.words(LEFT - 10, textLine(), name, "end", GREY, "");
        svg.level(LEFT, RIGHT, barTop() + BAR + 1, "#eaeef2");
    }

    private void axis() {
        svg.level(LEFT, RIGHT, bottom + 4, GREY);
        for (double time = 0; time <= timeline.length(); time += AXIS_STEP) {
            svg.upright(x(time), bottom + 4, bottom + 9, 1, GREY, "");
            svg.words(x(time), bottom + 23, String.format(Locale.ROOT, "%.0f", time), "middle", GREY, SMALL);
        }
        svg.words(LEFT - 10, bottom + 23, "ms", "end", GREY, SMALL);
    }

    private double barTop() {
        return y - LANE + 4;
    }

    private double textLine() {
        return barTop() + TEXT;
    }

    private double x(double time) {
        return LEFT + time * (RIGHT - LEFT) / timeline.length();
    }

    private static String milliseconds(double length) {
        return String.format(Locale.ROOT, "%.0f ms", length);
    }
}
