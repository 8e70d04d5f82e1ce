// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

/**
 * The kinds of media device.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevicekind">Media Capture and Streams:
 *     MediaDeviceKind</a>
 */
public enum MediaDeviceKind {
    /** A microphone. */
    AUDIO_INPUT("audioinput"),
    /** A loudspeaker. */
    AUDIO_OUTPUT("audiooutput"),
    /** A camera. */
    VIDEO_INPUT("videoinput");

    private final String value;

    MediaDeviceKind(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return for example "videoinput"
     */
    public String value() {
        return value;
    }
}
