// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoSettings;

/** The sizes that a photo can have. Implementations are immutable. */
interface PhotoSizes {
    /** Widths in pixels. */
    MediaSettingsRange width();

    /** Heights in pixels. */
    MediaSettingsRange height();

    /** The size of a photo without wishes. */
    PictureLayout initial();

    /** The size nearest to the wishes (IC-8). */
    PictureLayout nearest(PhotoSettings wishes);

    /**
     * Reads the key {@code photo.sizes}.
     *
     * @throws IllegalArgumentException if it is wrong; the message names the element and what is accepted
     */
    static PhotoSizes parse(List<String> elements) {
        Matcher range = Pattern.compile("([^./=]+)\\.\\.([^./=]+)/(\\d{1,4})(?:=([^./=]+))?")
                .matcher(elements.size() == 1 ? elements.get(0) : "");
        if (!range.matches()) {
            return of(elements.stream().map(PhotoSizes::size).toList());
        }
        PictureLayout max = size(range.group(2));
        Ranges ranges = new Ranges(
                size(range.group(1)),
                max,
                Integer.parseInt(range.group(3)),
                range.group(4) == null ? max : size(range.group(4)));
        if (!ranges.isConsistent()) {
            throw new IllegalArgumentException("photo.sizes: \"" + elements.get(0)
                    + "\" is not MIN..MAX/STEP=INITIAL with MIN <= MAX and INITIAL between on a step");
        }
        return ranges;
    }

    /** Single sizes, the largest of which photos have without wishes. */
    static PhotoSizes of(List<PictureLayout> sizes) {
        return new Discrete(sizes.stream()
                .distinct()
                .sorted(Comparator.comparingInt((PictureLayout size) -> size.width() * size.height())
                        .reversed())
                .toList());
    }

    private static PictureLayout size(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,4})x(\\d{1,4})").matcher(text);
        if (matcher.matches()) {
            PictureLayout size =
                    new PictureLayout(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (MockMode.isSize(size.width(), size.height())) {
                return size;
            }
        }
        throw new IllegalArgumentException(
                "photo.sizes: \"" + text + "\" is neither WIDTHxHEIGHT, such as \"4032x3024\","
                        + " nor MIN..MAX/STEP=INITIAL, where =INITIAL may be missing, such as"
                        + " \"96x96..1920x1080/1=640x480\"; " + MockMode.SIZES);
    }

    /**
     * Single sizes.
     *
     * @param sizes at least one, the largest first
     */
    record Discrete(List<PictureLayout> sizes) implements PhotoSizes {
        @Override
        public MediaSettingsRange width() {
            return range(PictureLayout::width);
        }

        @Override
        public MediaSettingsRange height() {
            return range(PictureLayout::height);
        }

        @Override
        public PictureLayout initial() {
            return sizes.get(0);
        }

        @Override
        public PictureLayout nearest(PhotoSettings wishes) {
            return sizes.stream()
                    .min(Comparator.comparingDouble(size -> distance(wishes.imageWidth(), size.width())
                            + distance(wishes.imageHeight(), size.height())))
                    .orElseThrow();
        }

        private static double distance(Optional<Double> wish, int value) {
            return wish.map(wished -> Math.abs(wished - value)).orElse(0.0);
        }

        /** Between the ends only single sizes exist, so no step is told. */
        private MediaSettingsRange range(ToIntFunction<PictureLayout> side) {
            List<Integer> sides = new ArrayList<>();
            sizes.forEach(size -> sides.add(side.applyAsInt(size)));
            return new MediaSettingsRange(
                    sides.stream().min(Comparator.naturalOrder()).orElseThrow(),
                    sides.stream().max(Comparator.naturalOrder()).orElseThrow(),
                    0);
        }
    }

    /**
     * Every width with every height.
     *
     * @param min the smallest of both
     * @param max the largest of both
     * @param step pixels from one to the next
     * @param initial what photos have without wishes
     */
    record Ranges(PictureLayout min, PictureLayout max, int step, PictureLayout initial) implements PhotoSizes {
        boolean isConsistent() {
            return step > 0
                    && min.width() <= max.width()
                    && min.height() <= max.height()
                    && nearest(PhotoSettings.ofSize(initial.width(), initial.height()))
                            .equals(initial);
        }

        @Override
        public MediaSettingsRange width() {
            return new MediaSettingsRange(min.width(), max.width(), step);
        }

        @Override
        public MediaSettingsRange height() {
            return new MediaSettingsRange(min.height(), max.height(), step);
        }

        @Override
        public PictureLayout nearest(PhotoSettings wishes) {
            return new PictureLayout(
                    wishes.imageWidth().map(wish -> (int) width().nearest(wish)).orElse(initial.width()),
                    wishes.imageHeight()
                            .map(wish -> (int) height().nearest(wish))
                            .orElse(initial.height()));
        }
    }
}
