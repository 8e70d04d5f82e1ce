// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;

/**
 * Somebody was allowed or refused a device, or began or ceased to use one: the counterpart of the browser's indicator (PERM-5).
 * Immutable.
 *
 * @param type what happened
 * @param bundle symbolic name of the bundle that uses the device
 * @param origin the origin for which it does: the bundle's own name, or that of a document it made
 * @param device short name of the camera or microphone; of a decision the permission it is about, such as "camera" or
 *     "camera+pan-tilt-zoom"
 * @param cause why, in words for a log; "" if there is nothing to say
 */
public record UsageEvent(Type type, String bundle, String origin, String device, String cause) {
    /**
     * Makes an event.
     *
     * @param type what happened
     * @param bundle symbolic name of the bundle that uses the device
     * @param origin the origin for which it does: the bundle's own name, or that of a document it made
     * @param device short name of the camera or microphone; of a decision the permission it is about, such as "camera" or
     *     "camera+pan-tilt-zoom"
     * @param cause why, in words for a log; "" if there is nothing to say
     */
    public UsageEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(cause, "cause");
    }

    /** What can happen. */
    public enum Type {
        /** A request was allowed. */
        ALLOWED("allowed"),
        /** A request was refused. */
        REFUSED("refused"),
        /**
         * A permission that was in use was taken back; the tracks end (TRK-12), or, of "camera+pan-tilt-zoom", cannot move the
         * camera any more.
         */
        REVOKED("revoked"),
        /** A document's first track of a device went live; each document of an origin tells for itself. */
        STARTED("started"),
        /** That document gave up its last track of the device. */
        STOPPED("stopped");

        private final String value;

        Type(String value) {
            this.value = value;
        }

        /**
         * The type as a word.
         *
         * @return for example "started"
         */
        public String value() {
            return value;
        }
    }
}
