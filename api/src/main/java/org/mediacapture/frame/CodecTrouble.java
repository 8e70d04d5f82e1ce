// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Why a bundle that is installed brings none of its codecs here, so that others serve: a service, registered while that is so. It
 * is for operators. Thread-safe.
 */
@ConsumerType
public interface CodecTrouble {
    /**
     * What is missing.
     *
     * @return one line that names which codecs are missing, and why; it never changes
     */
    String reason();

    /**
     * What an operator can do about it.
     *
     * @return one line, or "" if there is nothing to say; it never changes
     */
    String remedy();
}
