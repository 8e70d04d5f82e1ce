// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.provider.javacv.v4l2.DeviceMode.Interval;
import org.mediacapture.provider.javacv.v4l2.VideoNode.IntervalRange;
import org.mediacapture.provider.javacv.v4l2.VideoNode.SizeRange;

/**
 * The modes of a camera: each size and rate once, in the preferred of the formats that reach it. Of sizes and rates that a driver
 * has from one to another, the usual ones and both ends are taken. Immutable.
 */
public final class ModeList {
    private static final int[][] USUAL_SIZES = {
        {160, 120},
        {320, 180},
        {320, 240},
        {640, 360},
        {640, 480},
        {800, 600},
        {960, 540},
        {1024, 768},
        {1280, 720},
        {1280, 960},
        {1280, 1024},
        {1600, 1200},
        {1920, 1080},
        {2048, 1536},
        {2560, 1440},
        {2592, 1944},
        {3264, 2448},
        {3840, 2160},
        {4096, 2160},
        {4208, 3120},
        {7680, 4320}
    };
    private static final int[] USUAL_RATES = {240, 120, 100, 90, 60, 50, 30, 25, 24, 20, 15, 10, 5, 2, 1};

    /** Of a driver that does not tell rates. */
    private static final Interval NOMINAL = Interval.ofRate(30);

    private final Map<VideoMode, DeviceMode> modes;

    private ModeList(Map<VideoMode, DeviceMode> modes) {
        this.modes = modes;
    }

    /**
     * Asks a camera.
     *
     * @throws DeviceException if it does not answer
     */
    public static ModeList of(VideoNode node) throws DeviceException {
        Map<String, DeviceMode> best = new LinkedHashMap<>(); // by size and rate
        for (int code : node.formats()) {
            Optional<PictureFormat> format = PictureFormat.of(code);
            if (format.isPresent()) {
                for (DeviceMode mode : modes(node, format.get())) {
                    best.merge(
                            mode.width() + "x" + mode.height() + "@"
                                    + mode.interval().rate(),
                            mode,
                            ModeList::preferred);
                }
            }
        }
        Map<VideoMode, DeviceMode> modes = new LinkedHashMap<>();
        best.values().forEach(mode -> modes.put(mode.mode(), mode));
        return new ModeList(modes);
    }

    private static DeviceMode preferred(DeviceMode one, DeviceMode other) {
        return other.format().compareTo(one.format()) < 0 ? other : one;
    }

    private static List<DeviceMode> modes(VideoNode node, PictureFormat format) throws DeviceException {
        List<SizeRange> ranges = node.sizes(format.code());
        List<DeviceMode> modes = new ArrayList<>();
        for (SizeRange range : ranges.isEmpty() ? List.of(node.presentSize()) : ranges) {
            for (int[] size : sizes(range)) {
                for (Interval interval : intervals(node.intervals(format.code(), size[0], size[1]))) {
                    modes.add(new DeviceMode(format, size[0], size[1], interval));
                }
            }
        }
        return modes;
    }

    private static List<int[]> sizes(SizeRange range) {
        if (!range.isValid()) {
            return List.of();
        }
        int[] smallest = {(int) range.width().min(), (int) range.height().min()};
        if (range.isDiscrete()) {
            return List.of(smallest);
        }
        int[] largest = {(int) range.width().max(), (int) range.height().max()};
        List<int[]> sizes = new ArrayList<>(List.of(smallest));
        for (int[] usual : USUAL_SIZES) {
            if (range.has(usual[0], usual[1])) {
                sizes.add(usual);
            }
        }
        sizes.add(largest);
        return sizes;
    }

    /** The fastest first. */
    private static List<Interval> intervals(List<IntervalRange> ranges) {
        List<Interval> intervals = new ArrayList<>();
        for (IntervalRange range : ranges) {
            intervals.add(range.shortest());
            for (int rate : USUAL_RATES) {
                Interval usual = Interval.ofRate(rate);
                if (!range.shortest().equals(range.longest()) && range.has(usual)) {
                    intervals.add(usual);
                }
            }
            intervals.add(range.longest());
        }
        List<Interval> valid = intervals.stream()
                .filter(Interval::isValid)
                .distinct()
                .sorted(Comparator.comparingDouble(Interval::seconds))
                .toList();
        return valid.isEmpty() ? List.of(NOMINAL) : valid;
    }

    /**
     * The modes in the words of the API, in the driver's order.
     *
     * @return the modes; none if the camera has no format that can be lent
     */
    public List<VideoMode> modes() {
        return List.copyOf(modes.keySet());
    }

    /**
     * The mode as the driver has it.
     *
     * @param mode one of {@link #modes()}
     * @return the mode; empty if it is none of them
     */
    public Optional<DeviceMode> of(VideoMode mode) {
        return Optional.of(mode).map((Function<VideoMode, DeviceMode>) modes::get);
    }
}
