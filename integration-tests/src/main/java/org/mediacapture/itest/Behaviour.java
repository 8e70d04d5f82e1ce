// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a {@link CameraServer} does, well or badly. Immutable, but for the count of the frames that it sent.
 *
 * @param answer what comes first on a new connection
 * @param next what comes then, again and again, also on connections that began with another behaviour
 */
record Behaviour(Step answer, Step next) {
    private static final Duration FRAME_TIME = Duration.ofMillis(40);
    private static final Duration RARE = Duration.ofSeconds(2);
    private static final Duration BYTE_TIME = Duration.ofMillis(20);
    private static final String MULTIPART = "multipart/x-mixed-replace; boundary=frame";

    /** One thing that is done on a connection. */
    @FunctionalInterface
    interface Step {
        void on(CameraConnection connection) throws IOException;
    }

    // ---- as it should be ----

    /** A stream of frames, one after the other and from the first again. */
    static Behaviour stream(byte[]... frames) {
        AtomicInteger count = new AtomicInteger();
        return stream(connection -> connection.send(part(frames[count.getAndIncrement() % frames.length])));
    }

    /** A stream whose frames are sent in another way. */
    static Behaviour stream(Step frame) {
        return new Behaviour(Behaviour::head, connection -> {
            frame.on(connection);
            connection.remains(FRAME_TIME);
        });
    }

    /** A stream of one large frame now and then, so that a busy machine has time for it. */
    static Behaviour rarely(byte[] frame) {
        byte[] part = part(frame);
        return new Behaviour(Behaviour::head, connection -> {
            connection.send(part);
            connection.remains(RARE);
        });
    }

    /** A stream that sends as fast as it is read. */
    static Behaviour flood(Step frame) {
        return new Behaviour(Behaviour::head, frame);
    }

    /** One image for each request. */
    static Behaviour image(byte[] image) {
        return image("image/jpeg", image);
    }

    /** One document for each request. */
    static Behaviour image(String type, byte[] content) {
        return answer("200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length, content);
    }

    // ---- silent or slow ----

    /** Accepts, and says nothing. */
    static Behaviour silent() {
        return new Behaviour(CameraConnection::stall, CameraConnection::stall);
    }

    /** Stops to send, with the connection open, until it behaves otherwise. */
    static Behaviour stall() {
        return new Behaviour(Behaviour::head, CameraConnection::stall);
    }

    /** Answers each request with half an image, and then says nothing more. */
    static Behaviour stallWithin(byte[] image) {
        return new Behaviour(
                connection -> {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n" + length(image) + "\r\n");
                    connection.send(Arrays.copyOf(image, image.length / 2));
                },
                CameraConnection::stall);
    }

    /** The head of the answer comes byte by byte, and never to its end. */
    static Behaviour trickledHead() {
        byte[] head = ("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
        return new Behaviour(connection -> connection.trickle(head, BYTE_TIME), CameraConnection::stall);
    }

    /** A frame comes byte by byte, and never to its end. */
    static Behaviour trickledBody(byte[] frame) {
        return stream(connection -> connection.trickle(part(frame), BYTE_TIME));
    }

    // ---- broken connections ----

    /** Closes the connection between two frames. */
    static Behaviour drop() {
        return new Behaviour(CameraConnection::drop, CameraConnection::drop);
    }

    /** Closes the connection within a frame. */
    static Behaviour dropWithin(byte[] frame) {
        byte[] part = part(frame);
        return stream(connection -> {
            connection.send(Arrays.copyOf(part, part.length / 2));
            connection.drop();
        });
    }

    /** Sends one frame on each connection, and then closes it. */
    static Behaviour oneFrame(byte[] frame) {
        return stream(connection -> {
            connection.send(part(frame));
            connection.drop();
        });
    }

    /** Breaks the connection. */
    static Behaviour reset() {
        return new Behaviour(CameraConnection::reset, CameraConnection::reset);
    }

    // ---- refusals ----

    /** Refuses each request with a status such as "503 Busy"; connections that run are closed. */
    static Behaviour status(String status) {
        return answer(status + "\r\nContent-Type: text/html", "<html>no</html>".getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends each request on to another page, which does the same. */
    static Behaviour redirect() {
        AtomicInteger pages = new AtomicInteger();
        return new Behaviour(
                connection -> {
                    connection.send("HTTP/1.1 302 Found\r\nLocation: /page" + pages.incrementAndGet()
                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    connection.drop();
                },
                CameraConnection::drop);
    }

    /** Sends each request to another place. */
    static Behaviour redirectTo(String place) {
        return answer("302 Found\r\nContent-Length: 0\r\nLocation: " + place, new byte[0]);
    }

    /** A stream under another content type. */
    static Behaviour streamAs(String type, byte[] frame) {
        return new Behaviour(
                connection -> connection.send(head(type)), stream(frame).next());
    }

    // ---- liberties that cameras take ----

    /** The boundary that is announced has the dashes already that each delimiter gets. */
    static Behaviour boundaryWithDashes(byte[] frame) {
        return streamAs("multipart/x-mixed-replace; boundary=--frame", frame);
    }

    /** Delimiters lack the dashes, since the boundary that is announced has them. */
    static Behaviour delimiterWithoutDashes(byte[] frame) {
        Behaviour stream = stream(connection -> connection.send(part("frame", length(frame), frame)));
        return new Behaviour(
                connection -> connection.send(head("multipart/x-mixed-replace; boundary=frame")), stream.next());
    }

    /** No part tells its length. */
    static Behaviour withoutLengths(byte[] frame) {
        return stream(connection -> connection.send(part("--frame", "", frame)));
    }

    /** The stream comes in chunks that do not know of frames. */
    static Behaviour chunked(byte[] frame) {
        byte[] part = part(frame);
        int half = part.length / 2;
        Behaviour stream = stream(connection -> {
            connection.send(chunk(Arrays.copyOf(part, half)));
            connection.send(chunk(Arrays.copyOfRange(part, half, part.length)));
        });
        return new Behaviour(
                connection -> connection.send(
                        "HTTP/1.1 200 OK\r\nContent-Type: " + MULTIPART + "\r\nTransfer-Encoding: chunked\r\n\r\n"),
                stream.next());
    }

    // ---- pieces ----

    /** A part of a stream with one frame. */
    static byte[] part(byte[] frame) {
        return part("--frame", length(frame), frame);
    }

    /** A part with other headers. */
    static byte[] part(String delimiter, String headers, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes((delimiter + "\r\nContent-Type: image/jpeg\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private static String length(byte[] frame) {
        return "Content-Length: " + frame.length + "\r\n";
    }

    private static void head(CameraConnection connection) throws IOException {
        connection.send(head(MULTIPART));
    }

    private static String head(String type) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n";
    }

    private static Behaviour answer(String head, byte[] content) {
        return new Behaviour(
                connection -> {
                    connection.send("HTTP/1.1 " + head + "\r\nConnection: close\r\n\r\n");
                    connection.send(content);
                    connection.drop();
                },
                CameraConnection::drop);
    }

    private static byte[] chunk(byte[] content) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        for (byte[] piece : List.of(
                (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII),
                content,
                "\r\n".getBytes(StandardCharsets.US_ASCII))) {
            chunk.writeBytes(piece);
        }
        return chunk.toByteArray();
    }
}
