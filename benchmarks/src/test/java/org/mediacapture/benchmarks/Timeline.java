// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;

/**
 * What happened to some tracks and when; all times are milliseconds from the beginning of the recording. Immutable.
 *
 * @param length how long was recorded
 * @param steps what was done, and when
 * @param bundle when the bundle of the provider was active
 * @param tracks what the applications saw
 */
record Timeline(double length, List<Step> steps, List<Span> bundle, List<Track> tracks) {
    /** The part between two times, of which the first becomes 0. */
    Timeline within(double begin, double end) {
        return new Timeline(
                end - begin,
                steps.stream()
                        .map(step -> new Step(step.at() - begin, step.what()))
                        .toList(),
                spans(bundle, begin, end),
                tracks.stream().map(track -> track.within(begin, end)).toList());
    }

    /** When the last photo was there; 0 if none was taken. */
    double lastPhoto() {
        return tracks.stream()
                .flatMap(track -> track.photos().stream())
                .mapToDouble(Span::to)
                .max()
                .orElse(0);
    }

    private static List<Span> spans(List<Span> spans, double begin, double end) {
        return spans.stream()
                .filter(span -> span.to() > begin && span.from() < end)
                .map(span -> span.within(begin, end))
                .toList();
    }

    /** Something that was done at a time. Immutable. */
    record Step(double at, String what) {}

    /** Something that lasted. Immutable. */
    record Span(double from, double to, String what) {
        double length() {
            return to - from;
        }

        private Span within(double begin, double end) {
            return new Span(Math.max(0, from - begin), Math.min(to, end) - begin, what);
        }
    }

    /**
     * One track. Immutable.
     *
     * @param title what kind of camera it has
     * @param providers which provider delivered when
     * @param frames when frames came
     * @param muted when it was muted
     * @param photos from the request of each photo to its delivery; what failed says why
     */
    record Track(String title, List<Span> providers, List<Double> frames, List<Span> muted, List<Span> photos) {
        private Track within(double begin, double end) {
            return new Track(
                    title,
                    spans(providers, begin, end),
                    frames.stream()
                            .filter(frame -> frame >= begin && frame <= end)
                            .map(frame -> frame - begin)
                            .toList(),
                    spans(muted, begin, end),
                    spans(photos, begin, end));
        }
    }
}
