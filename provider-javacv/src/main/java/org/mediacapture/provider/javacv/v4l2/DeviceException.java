// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.io.IOException;
import java.util.Map;
import org.mediacapture.provider.CameraException.Reason;

/** A driver, or the kernel in front of it, refused a request. */
public final class DeviceException extends IOException {
    private static final long serialVersionUID = 1L;

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int ENOTTY = 25;
    static final int ENOSPC = 28;
    static final int EPROTO = 71;
    static final int ESHUTDOWN = 108;

    private static final Map<Integer, Reason> REASONS = Map.of(
            EPERM, Reason.DENIED,
            EACCES, Reason.DENIED,
            EBUSY, Reason.BUSY,
            ENOENT, Reason.LOST,
            ENXIO, Reason.LOST,
            ENODEV, Reason.LOST,
            EPROTO, Reason.LOST,
            ESHUTDOWN, Reason.LOST);

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(EPERM, "operation not permitted"),
            Map.entry(ENOENT, "no such device file"),
            Map.entry(EIO, "input/output error"),
            Map.entry(ENXIO, "no such device"),
            Map.entry(EACCES, "permission denied"),
            Map.entry(EBUSY, "busy"),
            Map.entry(ENODEV, "the device is gone"),
            Map.entry(EINVAL, "invalid argument"),
            Map.entry(ENOTTY, "is no video device"),
            Map.entry(ENOSPC, "not enough USB bandwidth for this mode beside what else the bus carries"),
            Map.entry(EPROTO, "the device does not answer as USB devices do"),
            Map.entry(ESHUTDOWN, "the device is gone"));

    private final int errno;

    /**
     * Makes a failure.
     *
     * @param what what was tried, such as "S_FMT"
     * @param errno the kernel's error number
     */
    DeviceException(String what, int errno) {
        super(WORDS.getOrDefault(errno, "error " + errno) + " (" + what + ")");
        this.errno = errno;
    }

    /** The kernel's error number. */
    int errno() {
        return errno;
    }

    /**
     * Which of the contract's reasons it is.
     *
     * @return the reason
     */
    public Reason reason() {
        return REASONS.getOrDefault(errno, Reason.FAILED);
    }

    /**
     * Whether nothing else can be asked of the device either.
     *
     * @return true for a device that is gone
     */
    public boolean isGone() {
        return reason() == Reason.LOST;
    }

    /**
     * Whether the device does not know the request, or has no further entry in a list.
     *
     * @return true for an end that is none of the device's failures
     */
    boolean isUnsupported() {
        return errno == EINVAL || errno == ENOTTY;
    }
}
