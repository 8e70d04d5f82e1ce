// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

/** The names of the service properties of a {@link CameraDevice}, and of the configurations that providers share. */
public final class CameraProperties {
    /**
     * Where the camera is: an absolute URI without credentials, such as {@code v4l2:/dev/video0}, {@code mock:NAME} or
     * {@code http://host/path}. Two services with the same address are the same camera. String, mandatory.
     */
    public static final String ADDRESS = "camera.address";

    /** Something that outlives the address, such as a serial number; it wins over the address. String, optional. */
    public static final String IDENTITY = "camera.identity";

    /** What a person calls the camera. String, mandatory. */
    public static final String LABEL = "camera.label";

    /** The short name under which the shell knows the camera, made of letters, digits, - and _. String, optional. */
    public static final String NAME = "camera.name";

    /** The name of the provider, such as {@code mock} or {@code javacv}. String, mandatory. */
    public static final String PROVIDER = "camera.provider";

    /** Where the camera looks: "user", "environment", "left" or "right". String, optional. */
    public static final String FACING = "camera.facing";

    /** The factory PID of the configurations of network and file cameras, which every provider reads that can serve them. */
    public static final String NETWORK_CAMERA_PID = "org.mediacapture.network.camera";

    private CameraProperties() {}
}
