// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import org.mediacapture.provider.CameraProperties;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The factory configuration of a network or file camera. Providers read it, each for the schemes it serves; the core only
 * describes it, once for all. Configurations are created with location {@code ?}, since several bundles read them.
 */
@ObjectClassDefinition(
        factoryPid = CameraProperties.NETWORK_CAMERA_PID,
        name = "mediacapture network camera",
        description = "A camera that is reached by a URL, for every provider that serves its scheme")
public @interface NetworkCameraConfiguration {
    /** Where the camera is. */
    @AttributeDefinition(
            name = "URL",
            description = "http, https, rtsp, file, v4l2:/dev/videoN or lavfi:GRAPH; credentials may stand in it")
    String url();

    /** Short name. */
    @AttributeDefinition(name = "Name", description = "Short name: letters, digits, - and _", required = false)
    String name() default "";

    /** Label. */
    @AttributeDefinition(name = "Label", description = "What a person calls it", required = false)
    String label() default "";

    /** Where it looks. */
    @AttributeDefinition(
            name = "Facing",
            description = "Where the camera looks",
            options = {
                @Option(label = "Not known", value = ""),
                @Option(label = "User", value = "user"),
                @Option(label = "Environment", value = "environment"),
                @Option(label = "Left", value = "left"),
                @Option(label = "Right", value = "right")
            },
            required = false)
    String facing() default "";

    /** User name. */
    @AttributeDefinition(name = "User name", description = "For the camera's own login", required = false)
    String username() default "";

    /** Password. */
    @AttributeDefinition(
            name = "Password",
            description = "For the camera's own login",
            type = AttributeType.PASSWORD,
            required = false)
    String password() default "";

    /** Transport of RTSP. */
    @AttributeDefinition(
            name = "Transport",
            description = "How RTSP carries its media",
            options = {@Option(label = "TCP", value = "tcp"), @Option(label = "UDP", value = "udp")},
            required = false)
    String transport() default "tcp";

    /** Deadline for connecting. */
    @AttributeDefinition(
            name = "Open deadline (ms)",
            description = "How long connecting may take",
            min = "1",
            max = "86400000",
            required = false)
    long open_deadline() default 8000;

    /** Deadline for reading. */
    @AttributeDefinition(
            name = "Read deadline (ms)",
            description = "How long the stream may deliver nothing",
            min = "1",
            max = "86400000",
            required = false)
    long read_deadline() default 5000;

    /** Whether a file is played again. */
    @AttributeDefinition(name = "Loop", description = "Whether a file is played again and again", required = false)
    boolean loop() default true;

    /** Who may serve it. */
    @AttributeDefinition(
            name = "Providers",
            description = "Names of the providers that may serve it; none named means all",
            required = false)
    String[] providers() default {};
}
