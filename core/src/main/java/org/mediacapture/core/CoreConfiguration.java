// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@value #PID}. All times are in milliseconds. */
@ObjectClassDefinition(
        name = "mediacapture core",
        description = "How long the core waits for cameras. Changes take effect with the next operation.")
public @interface CoreConfiguration {
    /** The PID. */
    String PID = "org.mediacapture.core";

    /** How long a live track waits for a successor, 0 ends it at once. */
    @AttributeDefinition(
            name = "Grace period (ms)",
            description = "How long a live track whose provider went waits, muted, for another; 0 ends it at once",
            min = "0")
    long grace() default 5000;

    /** For a camera to open. */
    @AttributeDefinition(name = "Open deadline (ms)", description = "How long a camera may take to open", min = "1")
    long deadline_open() default 8000;

    /** For the first frame. */
    @AttributeDefinition(
            name = "First-frame deadline (ms)",
            description = "How long the first frame of a started stream may take",
            min = "1")
    long deadline_first$_$frame() default 5000;

    /** For the next frame. */
    @AttributeDefinition(
            name = "Stall deadline (ms)",
            description = "How long a running stream may deliver nothing before it counts as lost",
            min = "1")
    long deadline_stall() default 5000;

    /** For a control. */
    @AttributeDefinition(name = "Control deadline (ms)", description = "How long setting controls may take", min = "1")
    long deadline_control() default 2000;

    /** For a photo. */
    @AttributeDefinition(
            name = "Photo deadline (ms)",
            description = "How long a photo or a grabbed frame may take",
            min = "1")
    long deadline_photo() default 10000;

    /** For closing. */
    @AttributeDefinition(
            name = "Close deadline (ms)",
            description = "How long closing a camera may take before it is abandoned",
            min = "1")
    long deadline_close() default 500;
}
