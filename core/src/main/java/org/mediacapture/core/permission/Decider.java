// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who decides at present: the best controller, and where there is none, the rules. Thread-safe. */
final class Decider {
    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

    private final Supplier<Optional<PermissionController>> controllers;
    private volatile PermissionSettings settings;

    Decider(PermissionSettings settings, Supplier<Optional<PermissionController>> controllers) {
        this.settings = settings;
        this.controllers = controllers;
    }

    PermissionSettings settings() {
        return settings;
    }

    void settings(PermissionSettings next) {
        settings = next;
    }

    Optional<PermissionController> controller() {
        return controllers.get();
    }

    /** How a permission stands where no controller decides. */
    Decision withoutController(String origin, PermissionDescriptor permission) {
        PermissionSettings present = settings;
        return present.controllerRequired()
                ? Decision.denied("permission.controller=required, and there is none")
                : present.rules().decide(origin, permission);
    }

    /** How a permission stands for a controller: that to move a camera never better than that to use it (PTZ-7). */
    static Decision of(PermissionController controller, String origin, PermissionDescriptor permission) {
        Decision own = ask(controller, origin, permission);
        return permission.panTiltZoom() ? own.orStricter(ask(controller, origin, PermissionDescriptor.CAMERA)) : own;
    }

    private static Decision ask(PermissionController controller, String origin, PermissionDescriptor permission) {
        try {
            PermissionState state = controller.query(origin, permission);
            if (state != null) {
                return new Decision(state, "permission controller");
            }
            LOG.warn("{} answered null for {} of {}: denied", controller.getClass(), permission, origin);
            return Decision.denied("the permission controller answered null");
        } catch (Throwable failure) {
            LOG.warn("{} failed for {} of {}: denied", controller.getClass(), permission, origin, failure);
            return Decision.denied("the permission controller failed: " + failure);
        }
    }
}
