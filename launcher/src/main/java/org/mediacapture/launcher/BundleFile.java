// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.nio.file.Path;

/**
 * A bundle that the executable jar carries. Immutable.
 *
 * @param path where it was unpacked
 * @param crc the CRC-32 of its content, in hexadecimal
 */
record BundleFile(Path path, String crc) {}
