// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;

/**
 * Something has become of a camera or a provider. Immutable.
 *
 * @param type what happened
 * @param camera short name of the camera; "" if it is about a provider and none of its cameras
 * @param provider name of the provider that it is about: of the one in use, of one that got into trouble; "" if it is about none
 * @param formerProvider name of the provider that the camera had before it was swapped, else ""
 * @param cause why, in words for a log; "" if there is nothing to say
 */
public record CameraEvent(Type type, String camera, String provider, String formerProvider, String cause) {
    /**
     * Makes an event.
     *
     * @param type what happened
     * @param camera short name of the camera; "" if it is about a provider and none of its cameras
     * @param provider name of the provider that it is about: of the one in use, of one that got into trouble; "" if it is about none
     * @param formerProvider name of the provider that the camera had before it was swapped, else ""
     * @param cause why, in words for a log; "" if there is nothing to say
     */
    public CameraEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(formerProvider, "formerProvider");
        Objects.requireNonNull(cause, "cause");
    }

    /**
     * Makes an event that knows of one provider.
     *
     * @param type what happened
     * @param camera short name of the camera; "" if it is about a provider and none of its cameras
     * @param provider name of the provider that it is about; "" if it is about none
     * @param cause why, in words for a log; "" if there is nothing to say
     */
    public CameraEvent(Type type, String camera, String provider, String cause) {
        this(type, camera, provider, "", cause);
    }

    /** What can happen. */
    public enum Type {
        /** There is a camera more. */
        ADDED("added"),
        /** A camera is gone. */
        REMOVED("removed"),
        /** A camera is open, for the first of its tracks or again. */
        OPENED("opened"),
        /** A camera is closed: its last track ended, all of them are disabled, or it is gone. */
        CLOSED("closed"),
        /** The provider of a camera in use failed or went; the tracks wait, muted, for another. Not told of a swap that was asked for. */
        LOST("lost"),
        /** A camera in use came to another provider: one that was asked for, or after a loss. */
        SWAPPED("swapped"),
        /** A provider cannot open or steer a camera, or has none here. */
        FAULT("fault"),
        /** A loss or a fault is over; the cause says what it was. */
        RECOVERED("recovered");

        private final String value;

        Type(String value) {
            this.value = value;
        }

        /**
         * The type as a word.
         *
         * @return for example "added"
         */
        public String value() {
            return value;
        }
    }
}
