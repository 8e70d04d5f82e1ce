// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The configuration {@value #PID}. All times are in milliseconds. */
@ObjectClassDefinition(
        name = "mediacapture core",
        description =
                "How long the core waits for cameras, who may use them, and who is told of them. Changes take effect at"
                        + " once; tracks of those who are denied end.")
public @interface CoreConfiguration {
    /** The PID. */
    String PID = "org.mediacapture.core";

    /** How long a live track waits for a successor, 0 ends it at once. */
    @AttributeDefinition(
            name = "Grace period (ms)",
            description = "How long a live track whose provider went waits, muted, for another; 0 ends it at once",
            min = "0",
            max = "86400000")
    long grace() default 5000;

    /** For a camera to open. */
    @AttributeDefinition(
            name = "Open deadline (ms)",
            description = "How long a camera may take to open",
            min = "1",
            max = "86400000")
    long deadline_open() default 8000;

    /** For the first frame. */
    @AttributeDefinition(
            name = "First-frame deadline (ms)",
            description = "How long the first frame of a started stream may take",
            min = "1",
            max = "86400000")
    long deadline_first$_$frame() default 5000;

    /** For the next frame. */
    @AttributeDefinition(
            name = "Stall deadline (ms)",
            description = "How long a running stream may deliver nothing before it counts as lost",
            min = "1",
            max = "86400000")
    long deadline_stall() default 5000;

    /** For a control. */
    @AttributeDefinition(
            name = "Control deadline (ms)",
            description = "How long setting controls may take",
            min = "1",
            max = "86400000")
    long deadline_control() default 2000;

    /** For a photo. */
    @AttributeDefinition(
            name = "Photo deadline (ms)",
            description = "How long a photo or a grabbed frame may take",
            min = "1",
            max = "86400000")
    long deadline_photo() default 10000;

    /** For closing. */
    @AttributeDefinition(
            name = "Close deadline (ms)",
            description = "How long closing a camera may take before it is abandoned",
            min = "1",
            max = "86400000")
    long deadline_close() default 500;

    /** For the answer to a permission prompt. */
    @AttributeDefinition(
            name = "Prompt deadline (ms)",
            description = "How long a permission prompt may stay unanswered before it counts as refused",
            min = "1",
            max = "86400000")
    long deadline_prompt() default 60000;

    /** Which providers come first. */
    @AttributeDefinition(
            name = "Provider preference",
            description =
                    "Names of providers, such as javacv, the most wanted first: a camera that several offer is opened through"
                            + " the first of them, whatever their rankings; a camera in use stays where it is",
            required = false)
    String[] provider_preference() default {};

    /** When devices are exposed. */
    @AttributeDefinition(
            name = "Exposure",
            description =
                    "When a bundle is told ids, labels and capabilities of devices: permission = who may use cameras"
                            + " sees them; capture = as in a browser, after the first capture",
            options = {
                @Option(label = "Who may use cameras sees them", value = "permission"),
                @Option(label = "After the first capture", value = "capture")
            })
    String exposure() default "permission";

    /** Who may use cameras. */
    @AttributeDefinition(
            name = "Camera permission",
            description =
                    "PATTERN=granted|prompt|denied; the first entry whose pattern (* is any text) matches the bundle's"
                            + " symbolic name decides, and of a document that a bridge made, its origin alone; none means"
                            + " granted",
            required = false)
    String[] permission_camera() default {};

    /** Who may use microphones. */
    @AttributeDefinition(
            name = "Microphone permission",
            description = "As the camera permission, for microphones",
            required = false)
    String[] permission_microphone() default {};

    /** Who may pan, tilt and zoom. */
    @AttributeDefinition(
            name = "Pan-tilt-zoom permission",
            description = "As the camera permission, for pan, tilt and zoom; never more than the camera itself",
            required = false)
    String[] permission_pan$_$tilt$_$zoom() default {};

    /** Who may speak for other origins. */
    @AttributeDefinition(
            name = "Bridges",
            description = "Patterns of symbolic names of bundles that may make documents for other origins",
            required = false)
    String[] permission_bridges() default {};

    /** Whether a controller must be there. */
    @AttributeDefinition(
            name = "Permission controller",
            description = "required = while no PermissionController service is there, everything is denied",
            options = {@Option(label = "Optional", value = "optional"), @Option(label = "Required", value = "required")
            })
    String permission_controller() default "optional";

    /** Whether camera services are hidden. */
    @AttributeDefinition(
            name = "Hide devices",
            description =
                    "Whether CameraDevice and MicrophoneDevice services are hidden from all bundles but the core, so"
                            + " that the permissions are not walked round by accident")
    boolean hide_devices() default true;
}
