// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

/**
 * What a configuration of {@code org.mediacapture.network.camera} says, as far as this provider reads it. The
 * definition with its descriptions belongs to the core; several providers read the same configurations.
 */
@interface NetworkCameraConfig {
    /** Where the camera is. */
    String url() default "";

    /** The short name of the camera. */
    String name() default "";

    /** What a person calls the camera. */
    String label() default "";

    /** Where the camera looks: user, environment, left or right. */
    String facing() default "";

    /** The user name, if the camera asks for one. */
    String username() default "";

    /** The password, if the camera asks for one. */
    String password() default "";

    /** How RTSP carries its pictures: tcp or udp. */
    String transport() default "tcp";

    /** How long opening may take, in milliseconds; the key is {@code open.deadline}. */
    long open_deadline() default 8000;

    /** How long the camera may be silent, in milliseconds; the key is {@code read.deadline}. */
    long read_deadline() default 5000;

    /** Whether a file begins anew at its end. */
    boolean loop() default true;

    /** The names of the providers that may serve this camera; all if empty. */
    String[] providers() default {};
}
