// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * How a track gets its size and rate (RES-3). The members that
 * take it are strings in the IDL, and here: a word that is none of these equals no setting (IDL-4).
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#def-constraint-resizeMode">Media Capture and Streams: VideoResizeModeEnum</a>
 */
public enum VideoResizeModeEnum {
    /** As the camera delivers them. */
    NONE("none"),
    /** Cropped, scaled down, or with frames left out. */
    CROP_AND_SCALE("crop-and-scale");

    private final String value;

    VideoResizeModeEnum(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "none" or "crop-and-scale"
     */
    public String value() {
        return value;
    }
}
