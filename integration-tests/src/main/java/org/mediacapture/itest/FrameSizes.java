// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrack;

/** The sizes of a track's frames, such as 640x480, from now until the track ends. Thread-safe. */
final class FrameSizes {
    private static final int SEVERAL = 3;

    private final MediaStreamTrack track;
    private final List<String> sizes = new CopyOnWriteArrayList<>();

    FrameSizes(MediaStreamTrack track) {
        this.track = track;
        track.frames(new FrameOptions(1, true), frame -> sizes.add(of(frame)));
    }

    /** Waits until the track tells a size, and asserts that the next frames have it. */
    void await(int width, int height) throws Exception {
        awaitTold(track, width);
        int before = sizes.size();
        Await.until("frames come", () -> sizes.size() > before + SEVERAL);
        assertThat(sizes.subList(before, sizes.size())).containsOnly(width + "x" + height);
    }

    /** The sizes in the order of the frames, each once for all frames that follow one another. */
    List<String> inOrder() {
        List<String> changes = new ArrayList<>();
        for (String size : sizes) {
            if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(size)) {
                changes.add(size);
            }
        }
        return changes;
    }

    /** Waits until a track tells a width. */
    static void awaitTold(MediaStreamTrack track, long width) throws Exception {
        Await.until(
                width + " pixels are told",
                () -> track.getSettings().get(ConstrainableProperty.WIDTH).equals(Optional.of(width)));
    }

    /** The size of a frame, which is closed. */
    static String of(VideoFrame frame) {
        try (frame) {
            return frame.codedWidth() + "x" + frame.codedHeight();
        }
    }
}
