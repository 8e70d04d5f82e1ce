// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackSettings;

/**
 * Notices when the automatics of a camera have moved its controls far, at most once for each second of frames. Allocates
 * only when there is something to tell. Confined to the timer's thread.
 */
final class ControlWatch {
    /** Differences in {@link ControlOffer#stops} that are worth telling: a tenth of a doubling, some 7 percent. */
    private static final double FAR = 0.1;

    private final MockControls controls;
    private final List<ControlOffer> watched;
    private final double[] told;
    private final long interval;
    private long next;

    /** A watch over streams of a number of frames per second. */
    ControlWatch(MockControls controls, double rate) {
        this.controls = controls;
        this.watched = controls.offered().offers().stream()
                .filter(offer -> offer.control().automaticBy().isPresent())
                .toList();
        this.told = new double[watched.size()];
        Arrays.fill(told, Double.NaN);
        this.interval = (long) Math.ceil(rate);
    }

    /** The values that moved far since they were last told or set, or empty. */
    Optional<MediaTrackSettings> look(long frame) {
        if (frame < next) {
            return Optional.empty();
        }
        next = frame + interval;
        boolean moved = false;
        for (int i = 0; i < watched.size(); i++) {
            moved |= isFar(i, frame);
        }
        return moved ? Optional.of(tell(frame)) : Optional.empty();
    }

    private boolean isFar(int index, long frame) {
        ControlOffer offer = watched.get(index);
        double value = controls.number(offer.control(), frame);
        if (!controls.isChosen(offer.control()) || Double.isNaN(told[index])) {
            told[index] = value; // whoever set it knows
            return false;
        }
        return Math.abs(offer.stops(value) - offer.stops(told[index])) > FAR;
    }

    private MediaTrackSettings tell(long frame) {
        MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
        for (int i = 0; i < watched.size(); i++) {
            if (isFar(i, frame)) {
                MockControl control = watched.get(i).control();
                told[i] = controls.number(control, frame);
                settings.convert(control.property(), told[i]);
            }
        }
        return settings.build();
    }
}
