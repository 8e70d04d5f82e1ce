// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Identifiers that one origin cannot match with those of another: keyed hashes of origin and device (DEV-1, DEV-3, DEV-4).
 * Device ids last as long as the salt of the installation, group ids as long as that of their document. Immutable.
 */
public final class DeviceIds {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] deviceSalt;

    /**
     * Makes ids.
     *
     * @param deviceSalt secret of this installation
     */
    public DeviceIds(byte[] deviceSalt) {
        this.deviceSalt = deviceSalt.clone();
    }

    /** The deviceId of a device for an origin: 64 hexadecimal digits. */
    public String deviceId(String origin, String identity) {
        return hash(deviceSalt, origin, identity);
    }

    /**
     * The groupId of a physical device for a document: 64 hexadecimal digits.
     *
     * @param documentSalt secret of the document, so that another document of the origin sees another id
     */
    public String groupId(byte[] documentSalt, String origin, String group) {
        return hash(documentSalt, origin, group);
    }

    private static String hash(byte[] salt, String origin, String subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            mac.update(origin.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
