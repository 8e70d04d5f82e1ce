// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Map;

/** Numbers of controls as a C compiler reads them in {@code linux/v4l2-controls.h}, and the names that tools show. */
public final class Cids {
    public static final int BRIGHTNESS = 0x98_0900;
    public static final int CONTRAST = 0x98_0901;
    public static final int SATURATION = 0x98_0902;
    public static final int HUE = 0x98_0903;
    public static final int AUTO_WHITE_BALANCE = 0x98_090c;
    public static final int DO_WHITE_BALANCE = 0x98_090d;
    public static final int GAMMA = 0x98_0910;
    public static final int GAIN = 0x98_0913;
    public static final int POWER_LINE_FREQUENCY = 0x98_0918;
    public static final int HUE_AUTO = 0x98_0919;
    public static final int WHITE_BALANCE_TEMPERATURE = 0x98_091a;
    public static final int SHARPNESS = 0x98_091b;
    public static final int BACKLIGHT_COMPENSATION = 0x98_091c;
    public static final int ILLUMINATORS_1 = 0x98_0925;
    public static final int EXPOSURE_AUTO = 0x9a_0901;
    public static final int EXPOSURE_ABSOLUTE = 0x9a_0902;
    public static final int EXPOSURE_AUTO_PRIORITY = 0x9a_0903;
    public static final int PAN_ABSOLUTE = 0x9a_0908;
    public static final int TILT_ABSOLUTE = 0x9a_0909;
    public static final int FOCUS_ABSOLUTE = 0x9a_090a;
    public static final int FOCUS_AUTO = 0x9a_090c;
    public static final int ZOOM_ABSOLUTE = 0x9a_090d;
    public static final int AUTO_EXPOSURE_BIAS = 0x9a_0913;
    public static final int AUTO_N_PRESET_WHITE_BALANCE = 0x9a_0914;
    public static final int ISO_SENSITIVITY = 0x9a_0917;
    public static final int ISO_SENSITIVITY_AUTO = 0x9a_0918;
    public static final int AUTO_FOCUS_START = 0x9a_091c;
    public static final int AUTO_FOCUS_STOP = 0x9a_091d;
    public static final int FLASH_LED_MODE = 0x9c_0901;

    /** The names of those that the table of controls speaks of. */
    static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(BRIGHTNESS, "brightness"),
            Map.entry(CONTRAST, "contrast"),
            Map.entry(SATURATION, "saturation"),
            Map.entry(AUTO_WHITE_BALANCE, "white_balance_automatic"),
            Map.entry(DO_WHITE_BALANCE, "do_white_balance"),
            Map.entry(WHITE_BALANCE_TEMPERATURE, "white_balance_temperature"),
            Map.entry(SHARPNESS, "sharpness"),
            Map.entry(ILLUMINATORS_1, "illuminator_1"),
            Map.entry(EXPOSURE_AUTO, "auto_exposure"),
            Map.entry(EXPOSURE_ABSOLUTE, "exposure_time_absolute"),
            Map.entry(PAN_ABSOLUTE, "pan_absolute"),
            Map.entry(TILT_ABSOLUTE, "tilt_absolute"),
            Map.entry(FOCUS_ABSOLUTE, "focus_absolute"),
            Map.entry(FOCUS_AUTO, "focus_automatic_continuous"),
            Map.entry(ZOOM_ABSOLUTE, "zoom_absolute"),
            Map.entry(AUTO_EXPOSURE_BIAS, "auto_exposure_bias"),
            Map.entry(AUTO_N_PRESET_WHITE_BALANCE, "white_balance_auto_preset"),
            Map.entry(ISO_SENSITIVITY, "iso_sensitivity"),
            Map.entry(ISO_SENSITIVITY_AUTO, "iso_sensitivity_auto"),
            Map.entry(AUTO_FOCUS_START, "auto_focus_start"),
            Map.entry(FLASH_LED_MODE, "led_mode"));

    private Cids() {}
}
