// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.Arrays;
import java.util.List;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionName;
import org.mediacapture.stream.PermissionState;

/**
 * The permission rules of the configuration. Of each key the first rule that matches an origin decides; an origin that none
 * matches is granted. Immutable.
 */
public final class PermissionRules {
    /** No rules: everything is granted, and no bundle is a bridge. */
    public static final PermissionRules NONE =
            new PermissionRules(new String[0], new String[0], new String[0], new String[0]);

    static final String PID = "org.mediacapture.core";
    private static final String CAMERA = "permission.camera";
    private static final String MICROPHONE = "permission.microphone";
    private static final String PAN_TILT_ZOOM = "permission.pan-tilt-zoom";
    private static final String BRIDGES = "permission.bridges";

    private final RuleList camera;
    private final RuleList microphone;
    private final RuleList panTiltZoom;
    private final List<OriginPattern> bridges;

    /**
     * Reads the rules. In a pattern {@code *} stands for any text; it is matched against a whole origin: the symbolic name of
     * a bundle, or what a document has for an origin.
     *
     * @param camera {@code permission.camera}: entries PATTERN=STATE, where STATE is granted, prompt or denied
     * @param microphone {@code permission.microphone}: the same
     * @param panTiltZoom {@code permission.pan-tilt-zoom}: the same
     * @param bridges {@code permission.bridges}: patterns of symbolic names
     * @throws IllegalArgumentException if an entry is not of its form; the message names key, entry, and what is accepted
     */
    public PermissionRules(String[] camera, String[] microphone, String[] panTiltZoom, String[] bridges) {
        this.camera = new RuleList(CAMERA, camera);
        this.microphone = new RuleList(MICROPHONE, microphone);
        this.panTiltZoom = new RuleList(PAN_TILT_ZOOM, panTiltZoom);
        this.bridges = Arrays.stream(bridges).map(PermissionRules::bridge).toList();
    }

    /** How a permission stands; that to move a camera never better than that to use it (PTZ-7). */
    public PermissionState state(String origin, PermissionDescriptor permission) {
        return decide(origin, permission).state();
    }

    /** Whether a bundle may make documents for others. */
    public boolean mayBridge(String bundle) {
        return bridges.stream().anyMatch(pattern -> pattern.matches(bundle));
    }

    Decision decide(String origin, PermissionDescriptor permission) {
        if (permission.panTiltZoom()) {
            return camera.decide(origin).orStricter(panTiltZoom.decide(origin));
        }
        RuleList rules = permission.name() == PermissionName.CAMERA ? camera : microphone;
        return rules.decide(origin);
    }

    private static OriginPattern bridge(String entry) {
        if (entry.isBlank()) {
            throw new IllegalArgumentException(PID + ": " + BRIDGES + ": \"" + entry
                    + "\" is not accepted; the symbolic name of a bundle is, in which * stands for any text");
        }
        return new OriginPattern(entry.strip());
    }
}
