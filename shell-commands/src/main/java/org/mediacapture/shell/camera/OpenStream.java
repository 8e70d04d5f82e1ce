// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.shell.output.Printable;

/**
 * A video and an audio track that {@code camera:open --audio} opened together. Where one track is meant, it stands for
 * the video track. Immutable; the tracks are not.
 *
 * @param video the video track
 * @param audio the audio track
 */
public record OpenStream(OpenTrack video, OpenTrack audio) implements Printable {
    @Override
    public String text() {
        return Stream.of(video, audio).map(OpenTrack::text).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text();
    }
}
