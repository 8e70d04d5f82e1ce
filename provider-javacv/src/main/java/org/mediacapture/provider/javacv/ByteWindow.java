// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import org.mediacapture.provider.CameraException;

/** The bytes of a stream that were read and not yet used. Indexes count from the first unused byte. For one thread. */
final class ByteWindow {
    /** Bytes that a part may have at most. */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final BytePattern LINE_FEED = new BytePattern((byte) '\n');

    private final String address;
    private final MultipartReader.Bytes source;
    private final byte[] chunk = new byte[64 * 1024];
    private byte[] bytes = new byte[256 * 1024];
    private int start;
    private int end;
    private boolean over;

    ByteWindow(String address, MultipartReader.Bytes source) {
        this.address = address;
        this.source = source;
    }

    int available() {
        return end - start;
    }

    int at(int index) {
        return bytes[start + index] & 0xFF;
    }

    /** Reads on until there are so many bytes; false if the stream ends before. */
    boolean has(int count) throws CameraException {
        while (available() < count && !over) {
            fill();
        }
        return available() >= count;
    }

    void skip(int count) {
        start += count;
    }

    byte[] copy(int count) {
        byte[] copy = new byte[count];
        System.arraycopy(bytes, start, copy, 0, count);
        return copy;
    }

    void moveTo(JpegBuffer target, int count) {
        target.append(bytes, start, count);
        start += count;
    }

    /** The index of the end of the line, reading on until it comes; at the end of the stream that of whatever is left. */
    int endOfLine() throws CameraException {
        int feed = find(LINE_FEED, 0);
        return feed < 0 ? available() : feed;
    }

    /** Takes a line with its end. */
    void skipLine() throws CameraException {
        start += Math.min(endOfLine() + 1, available());
    }

    /** The first index before the limit, in what was read, that has no white space; the limit if there is none. */
    int pastSpace(int from, int limit) {
        int index = from;
        while (index < limit && at(index) <= ' ') {
            index++;
        }
        return index;
    }

    /**
     * Whether a word stands at an index, wholly before the limit, in what was read.
     *
     * @param word in small letters of ASCII; those that stand there may be capitals
     */
    boolean isWord(byte[] word, int index, int limit) {
        int matched = 0;
        while (matched < word.length && index + matched < limit && small(at(index + matched)) == word[matched]) {
            matched++;
        }
        return matched == word.length;
    }

    private static int small(int letter) {
        return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
    }

    /** The first index of a pattern, reading on until it comes; -1 if the stream ends before. */
    int find(BytePattern pattern, int from) throws CameraException {
        int index = from;
        while (true) {
            int found = search(pattern, index, available());
            if (found >= 0 || over) {
                return found;
            }
            index = Math.max(index, available() - pattern.length() + 1);
            fill();
        }
    }

    /** The first index of a pattern that begins a line before the limit, in what was read; -1 if there is none. */
    int findWithin(BytePattern pattern, int limit) {
        int found = search(pattern, 0, limit);
        return found == 0 || found > 0 && (at(found - 1) == '\n' || at(found - 1) == '-') ? found : -1;
    }

    private int search(BytePattern pattern, int from, int limit) {
        int found = pattern.find(bytes, start + from, start + limit);
        return found < 0 ? -1 : found - start;
    }

    private void fill() throws CameraException {
        if (available() > LARGEST + chunk.length) {
            throw new CameraException(
                    CameraException.Reason.FAILED,
                    address + ": no boundary within " + LARGEST + " bytes of a multipart stream");
        }
        int count = source.read(chunk);
        if (count < 0) {
            over = true;
            return;
        }
        if (end + count > bytes.length) {
            byte[] room = available() + count > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
            System.arraycopy(bytes, start, room, 0, available());
            end -= start;
            start = 0;
            bytes = room;
        }
        System.arraycopy(chunk, 0, bytes, end, count);
        end += count;
    }
}
