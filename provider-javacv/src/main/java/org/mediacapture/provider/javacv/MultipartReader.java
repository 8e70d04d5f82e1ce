// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mediacapture.provider.CameraException;

/**
 * Takes the pictures out of a {@code multipart/x-mixed-replace} stream, byte by byte as the server sent them. For one
 * thread. Cameras take liberties, so the delimiter is learned from the stream instead of its header, a
 * {@code Content-Length} that does not fit is corrected by the next delimiter, and what is no JPEG is passed over.
 *
 * <p>Without a {@code Content-Length}, a picture is complete only when the next delimiter has come.
 */
final class MultipartReader {
    /** Where the bytes come from. */
    interface Bytes {
        /**
         * Reads what is there, or waits for it.
         *
         * @param into filled from its beginning
         * @return the number of bytes, at least 1, or -1 at the end
         * @throws CameraException if reading failed or has to end
         */
        int read(byte[] into) throws CameraException;
    }

    private static final int LONGEST_DELIMITER = 200;
    private static final BytePattern DASHES = new BytePattern((byte) '-', (byte) '-');
    private static final byte[] HEADERS = "content-".getBytes(StandardCharsets.US_ASCII);

    private final ByteWindow window;
    private final PartHead head = new PartHead();
    private Optional<BytePattern> delimiter = Optional.empty();

    /**
     * Reads a stream.
     *
     * @param address the address without credentials, for messages
     * @param source the bytes of the stream
     */
    MultipartReader(String address, Bytes source) {
        window = new ByteWindow(address, source);
    }

    /**
     * Reads the next picture. It begins as a JPEG does; whether it is complete is not looked at.
     *
     * @param target where the picture goes
     * @return false if the stream is over
     * @throws CameraException if reading failed, has to end, or the stream is no multipart stream
     */
    boolean next(JpegBuffer target) throws CameraException {
        while (toNextPart()) {
            head.read(window);
            target.clear();
            readBody(target);
            if (head.isPicture() && target.isJpeg()) {
                return true;
            }
        }
        return false;
    }

    private boolean toNextPart() throws CameraException {
        if (delimiter.isEmpty() && !learnDelimiter()) {
            return false;
        }
        while (true) {
            int found = window.find(delimiter.get(), 0);
            if (found < 0) {
                return false;
            }
            window.skip(found + delimiter.get().length());
            boolean readable = window.has(2);
            if (readable && window.at(0) == '-' && window.at(1) == '-') {
                return false;
            }
            if (readable && (window.at(0) == '\r' || window.at(0) == '\n' || window.at(0) == ' ')) {
                window.skipLine();
                return true;
            }
        }
    }

    /**
     * The first line of printable letters that begins with two dashes is the delimiter; or the very first line, if headers follow
     * it, since some cameras forget the dashes. It is left in the window.
     */
    private boolean learnDelimiter() throws CameraException {
        while (window.has(1) && (window.at(0) == '\r' || window.at(0) == '\n')) {
            window.skip(1);
        }
        int first = endOfWord(0);
        if (first > 0 && isFollowedByHeaders(first)) {
            delimiter = Optional.of(new BytePattern(window.copy(first)));
            return true;
        }
        int from = 0;
        while (true) {
            int found = window.find(DASHES, from);
            if (found < 0) {
                return false;
            }
            int end = endOfWord(found);
            boolean beginsLine = found == 0 || window.at(found - 1) == '\n';
            boolean endsLine = window.has(end + 1) && (window.at(end) == '\r' || window.at(end) == '\n');
            if (beginsLine && endsLine && end - found > DASHES.length()) {
                window.skip(found);
                delimiter = Optional.of(new BytePattern(window.copy(end - found)));
                return true;
            }
            from = found + 1;
        }
    }

    /** The index behind a word of printable letters, which may be empty. */
    private int endOfWord(int start) throws CameraException {
        int end = start;
        while (end - start < LONGEST_DELIMITER && window.has(end + 1) && window.at(end) > ' ' && window.at(end) < 127) {
            end++;
        }
        return end;
    }

    private boolean isFollowedByHeaders(int end) throws CameraException {
        int next = end;
        while (next - end < 2 && window.has(next + 1) && (window.at(next) == '\r' || window.at(next) == '\n')) {
            next++;
        }
        return next > end && window.has(next + HEADERS.length) && window.isWord(HEADERS, next, next + HEADERS.length);
    }

    private void readBody(JpegBuffer target) throws CameraException {
        if (!head.hasLength()) {
            int found = window.find(delimiter.get(), 0);
            int end = found < 0 ? window.available() : withoutLineEnd(found);
            window.moveTo(target, end);
            return;
        }
        window.has(head.length());
        int end = Math.min(head.length(), window.available());
        boolean endsAsJpeg = end >= 2 && window.at(end - 2) == 0xFF && window.at(end - 1) == 0xD9;
        int found = endsAsJpeg ? -1 : window.findWithin(delimiter.get(), end);
        window.moveTo(target, found < 0 ? end : withoutLineEnd(found));
    }

    /** Where the bytes before a delimiter end: the line end belongs to it, and dashes that the learned one lacks. */
    private int withoutLineEnd(int found) {
        int end = found;
        while (end > 0 && window.at(end - 1) == '-') {
            end--;
        }
        if (end == 0 || window.at(end - 1) != '\n') {
            return found;
        }
        end--;
        return end > 0 && window.at(end - 1) == '\r' ? end - 1 : end;
    }
}
