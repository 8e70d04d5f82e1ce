// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.UsageEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged for operators: one line for each event. Immutable. */
final class AdminLog {
    private static final Logger LOG = LoggerFactory.getLogger(AdminEvents.class);
    private static final String LINE = "{}: {}{}";

    /** Logs who uses what. */
    void used(UsageEvent event) {
        LOG.info("{}: {} for {}{}", event.device(), event.type().value(), user(event), because(event.cause()));
    }

    /** Logs what has become of a camera or a provider. */
    void happened(CameraEvent event) {
        String subject = event.camera().isEmpty() ? event.provider() : event.camera();
        String what = event.type().value() + through(event);
        switch (event.type()) {
            case LOST, FAULT -> LOG.warn(LINE, subject, what, because(event.cause()));
            case ADDED, REMOVED, OPENED, CLOSED, SWAPPED, RECOVERED ->
                LOG.info(LINE, subject, what, because(event.cause()));
        }
    }

    private static String through(CameraEvent event) {
        if (event.camera().isEmpty() || event.provider().isEmpty()) {
            return "";
        }
        return event.formerProvider().isEmpty()
                ? " (" + event.provider() + ")"
                : " from " + event.formerProvider() + " to " + event.provider();
    }

    private static String user(UsageEvent event) {
        return event.origin().equals(event.bundle()) ? event.bundle() : event.origin() + " by " + event.bundle();
    }

    private static String because(String cause) {
        return cause.isEmpty() ? "" : ": " + cause;
    }
}
