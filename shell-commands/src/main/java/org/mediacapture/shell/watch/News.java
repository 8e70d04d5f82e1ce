// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.time.ZonedDateTime;
import java.util.Objects;

/** What has become of a camera or a provider between two looks. Immutable. */
interface News {
    /** What is printed of it. */
    WatchedEvent at(ZonedDateTime time);

    /**
     * A camera in use came to another provider.
     *
     * @param camera its short name
     * @param from the provider that it had
     * @param to the provider that it has
     * @param how how it came there, or ""
     */
    record Swap(String camera, String from, String to, String how) implements News {
        /** Makes it. */
        public Swap {
            Objects.requireNonNull(camera, "camera");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(how, "how");
        }

        @Override
        public WatchedEvent at(ZonedDateTime time) {
            return WatchedEvent.of(time, this);
        }
    }

    /**
     * A camera or a provider got into trouble, or out of it.
     *
     * @param camera short name of the camera; "" if a provider lacks cameras
     * @param provider name of the provider
     * @param trouble what is wrong, or was
     * @param over whether it is over
     */
    record Fault(String camera, String provider, String trouble, boolean over) implements News {
        /** Makes it. */
        public Fault {
            Objects.requireNonNull(camera, "camera");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(trouble, "trouble");
        }

        @Override
        public WatchedEvent at(ZonedDateTime time) {
            return WatchedEvent.of(time, this);
        }
    }
}
