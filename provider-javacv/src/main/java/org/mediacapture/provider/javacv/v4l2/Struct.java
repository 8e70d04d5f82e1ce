// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The structure of a request in memory that the kernel reads and writes, by the offsets of its members. For one thread at a time. */
final class Struct {
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final Request request;
    private final ByteBuffer bytes;

    /** A structure of zeros. */
    Struct(Request request) {
        this.request = request;
        this.bytes = ByteBuffer.allocateDirect(request.size()).order(ByteOrder.nativeOrder());
    }

    Request request() {
        return request;
    }

    /** The memory. */
    ByteBuffer bytes() {
        return bytes;
    }

    Struct put(int offset, int value) {
        bytes.putInt(offset, value);
        return this;
    }

    /** A number of 32 bits with a sign. */
    int signed(int offset) {
        return bytes.getInt(offset);
    }

    /** A number of 32 bits without a sign. */
    long unsigned(int offset) {
        return bytes.getInt(offset) & UNSIGNED;
    }

    /** A number of 64 bits. */
    long wide(int offset) {
        return bytes.getLong(offset);
    }

    /** A text that ends at its first zero byte, or fills its place. */
    String text(int offset, int places) {
        byte[] text = new byte[places];
        bytes.get(offset, text);
        int length = 0;
        while (length < places && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8).strip();
    }
}
