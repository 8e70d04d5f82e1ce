// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One more mock camera. */
@ObjectClassDefinition(
        name = "Mock camera",
        description = "A camera that shows a test picture. Lists may also be one text with commas.")
@interface MockCameraConfiguration {
    @AttributeDefinition(
            name = "Short name",
            description =
                    "Name in the shell and last part of the address mock:NAME; letters, digits, - and _. Cameras of"
                            + " the same name are several offers of one camera.")
    String name() default "";

    @AttributeDefinition(name = "Label", description = "What a person calls the camera; empty: \"Mock camera NAME\".")
    String label() default "";

    @AttributeDefinition(
            name = "Facing",
            description = "Where the camera looks.",
            options = {
                @Option(label = "not known", value = ""),
                @Option(label = "user", value = "user"),
                @Option(label = "environment", value = "environment"),
                @Option(label = "left", value = "left"),
                @Option(label = "right", value = "right")
            })
    String facing() default "";

    @AttributeDefinition(
            name = "Modes",
            description =
                    "WIDTHxHEIGHT@RATE in pixels and frames per second, with I420 (if missing) or MJPEG; the first is"
                            + " the camera's default.")
    String[] modes() default {
        "640x480@30 I420",
        "640x480@30 MJPEG",
        "1280x720@30 I420",
        "1280x720@30 MJPEG",
        "1920x1080@30 I420",
        "1920x1080@30 MJPEG",
        "3840x2160@15 I420"
    };

    @AttributeDefinition(
            name = "Controls",
            description =
                    "What can be steered, by the names of Image Capture; may be empty. NAME alone has the range of the"
                            + " default camera; else NAME=MIN..MAX/STEP=INITIAL for numbers, NAME=CHOICE|CHOICE=INITIAL"
                            + " for modes and torch, pointsOfInterest=N. See the module's README.")
    String[] controls() default {
        "whiteBalanceMode",
        "exposureMode",
        "focusMode",
        "pointsOfInterest",
        "exposureCompensation",
        "exposureTime",
        "colorTemperature",
        "iso",
        "brightness",
        "contrast",
        "saturation",
        "sharpness",
        "focusDistance",
        "pan",
        "tilt",
        "zoom",
        "torch"
    };

    @AttributeDefinition(name = "Exclusive", description = "Whether the camera can be open only once at a time.")
    boolean exclusive() default false;

    @AttributeDefinition(
            name = "Still camera",
            description = "Whether the camera takes photos by itself, apart from the stream.")
    boolean still() default false;

    @AttributeDefinition(
            name = "Photo sizes",
            description = "With the still camera: WIDTHxHEIGHT in pixels, or one MIN..MAX/STEP=INITIAL such as"
                    + " 96x96..1920x1080/1=640x480; empty: the sizes of the modes.")
    String[] photo_sizes() default {};

    @AttributeDefinition(
            name = "Red-eye reduction",
            description = "With the still camera: whether it reduces red eyes.",
            options = {
                @Option(label = "never", value = "never"),
                @Option(label = "always", value = "always"),
                @Option(label = "controllable", value = "controllable")
            })
    String photo_redEyeReduction() default "controllable";

    @AttributeDefinition(
            name = "Flash",
            description =
                    "With the still camera: what the flash can do, of auto, off and flash; the first is its default;"
                            + " empty: there is no flash.")
    String[] photo_fillLightMode() default {"auto", "off", "flash"};

    @AttributeDefinition(name = "Ranking", description = "The service ranking; the offer with the highest one is used.")
    int ranking() default CameraDescription.LOWEST_RANKING;

    @AttributeDefinition(
            name = "Provider",
            description = "Name of the provider of this offer, so that two offers of one camera can be told apart.")
    String provider() default CameraDescription.MOCK;

    @AttributeDefinition(
            name = "Faults",
            description =
                    "What goes wrong: open, start, stop, settings, apply or photo with -fails, -busy, -denied, -lost,"
                            + " -blocks or -hangs; close-blocks, close-hangs; each may have =N for the first N calls only;"
                            + " the same with -takes=MILLISECONDS; apply-fails-on=CONTROL; no-frames; ends-after=N,"
                            + " unplugs-after=N, stalls-after=N frames; drops-every=N, corrupts-every=N. See the"
                            + " module's README.")
    String[] faults() default {};
}
