// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import org.mediacapture.provider.javacv.v4l2.DeviceMode.Interval;

/**
 * What a driver has made of the mode that it was asked for; only the format is certain. Immutable.
 *
 * @param layout how the pictures lie in the buffers
 * @param interval the time from frame to frame
 */
record AgreedMode(PictureLayout layout, Interval interval) {
    private static final int CAPTURE = 1;

    /** Sets a mode. */
    static AgreedMode of(DeviceFile file, DeviceMode wanted) throws DeviceException {
        PictureLayout layout = layout(file, wanted);
        return new AgreedMode(layout, interval(file, wanted.interval()));
    }

    private static PictureLayout layout(DeviceFile file, DeviceMode wanted) throws DeviceException {
        Struct format = new Struct(Request.S_FMT)
                .put(0, CAPTURE)
                .put(8, wanted.width())
                .put(12, wanted.height())
                .put(16, wanted.format().code())
                .put(20, PictureLayout.ANY_FIELD);
        file.request(format);
        if (format.signed(16) != wanted.format().code()) {
            throw new DeviceException(
                    "S_FMT: asked for " + PictureFormat.letters(wanted.format().code()) + ", the driver set "
                            + PictureFormat.letters(format.signed(16)),
                    DeviceException.EINVAL);
        }
        return PictureLayout.of(wanted.format(), format);
    }

    private static Interval interval(DeviceFile file, Interval wanted) throws DeviceException {
        Struct rate = new Struct(Request.S_PARM)
                .put(0, CAPTURE)
                .put(12, (int) wanted.numerator())
                .put(16, (int) wanted.denominator());
        try {
            file.request(rate);
        } catch (DeviceException e) {
            if (e.isUnsupported()) { // some cameras have one rate, and nothing to set
                return wanted;
            }
            throw e;
        }
        Interval set = new Interval(rate.unsigned(12), rate.unsigned(16));
        return set.isValid() ? set : wanted;
    }
}
