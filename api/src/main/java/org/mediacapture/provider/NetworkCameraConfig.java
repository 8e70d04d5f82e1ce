// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

/**
 * What a configuration of {@link CameraProperties#NETWORK_CAMERA_PID} says: the parameter of a provider's component that has
 * this factory PID. The definition with its descriptions belongs to the core; several providers read the same configurations.
 */
public @interface NetworkCameraConfig {
    /**
     * Where the camera is.
     *
     * @return the URL; empty if it is missing
     */
    String url() default "";

    /**
     * The short name of the camera.
     *
     * @return a name of letters, digits, - and _; empty if there is none
     */
    String name() default "";

    /**
     * What a person calls the camera.
     *
     * @return a text; empty if there is none
     */
    String label() default "";

    /**
     * Where the camera looks: user, environment, left or right.
     *
     * @return one of these words; empty if not known
     */
    String facing() default "";

    /**
     * The user name, if the camera asks for one.
     *
     * @return a name; empty if there is none
     */
    String username() default "";

    /**
     * The password, if the camera asks for one.
     *
     * @return a password; empty if there is none
     */
    String password() default "";

    /**
     * How RTSP carries its pictures: tcp or udp.
     *
     * @return one of these words
     */
    String transport() default "tcp";

    /**
     * How long opening may take, in milliseconds; the key is {@code open.deadline}.
     *
     * @return milliseconds, 1 or more
     */
    long open_deadline() default 8000;

    /**
     * How long the camera may be silent, in milliseconds; the key is {@code read.deadline}.
     *
     * @return milliseconds, 1 or more
     */
    long read_deadline() default 5000;

    /**
     * Whether a file begins anew at its end.
     *
     * @return false if a file ends the track when it is over
     */
    boolean loop() default true;

    /**
     * The names of the providers that may serve this camera; all if empty.
     *
     * @return the values of {@link CameraProperties#PROVIDER}, also several in one text
     */
    String[] providers() default {};
}
