// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.network;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.frame.FrameData;

/**
 * A camera that sends JPEG pictures over HTTP, again and again, to one reader at a time; each reader gets them from the first on.
 * Each carries, as a comment of JPEG, which one it is since the reader came. The bytes are made once and sent from where they lie,
 * so that a picture costs little more than the system's own work. Thread-safe.
 */
public final class CameraServer implements AutoCloseable {
    /** The interval of a camera that sends as fast as it can. */
    public static final long NONE = 0;

    private static final int COMMENT_SIZE = 8;
    private static final int BEGIN_SIZE = 2;
    private static final int STAMP = 6; // behind the begin of the picture and the head of the comment
    private static final int REMEMBERED = 1 << 16;
    private static final int LONGEST_REQUEST = 4_096;
    private static final String ANSWER =
            "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=picture\r\n\r\n";

    private final Part[] parts;
    private final long interval;
    private final AtomicLongArray sent = new AtomicLongArray(REMEMBERED); // nanoseconds, of the latest pictures
    private final ServerSocketChannel listening;
    private final Thread thread = new Thread(this::serve, "camera-server");

    private CameraServer(Part[] parts, long interval, ServerSocketChannel listening) {
        this.parts = parts;
        this.interval = interval;
        this.listening = listening;
        thread.setDaemon(true);
    }

    /**
     * Starts a camera on this machine.
     *
     * @param jpegs what it shows, by the numbers of the pictures
     * @param interval nanoseconds from one picture to the next, or {@link #NONE}
     */
    public static CameraServer start(List<FrameData> jpegs, long interval) throws IOException {
        Part[] parts = jpegs.stream()
                .map(jpeg -> Part.of(jpeg.planes().get(0).buffer()))
                .toArray(Part[]::new);
        ServerSocketChannel listening =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        CameraServer server = new CameraServer(parts, interval, listening);
        server.thread.start();
        return server;
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + listening.socket().getLocalPort() + "/";
    }

    /** How many pictures it shows before it begins anew. */
    public int pictures() {
        return parts.length;
    }

    /** When it began to send a picture to the present reader, in nanoseconds of {@link System#nanoTime()}. */
    public long sentAt(int index) {
        return sent.get(index % REMEMBERED);
    }

    /** What the server itself has taken until now. */
    public ThreadUse.Use use() {
        return ThreadUse.of(thread);
    }

    /** Which of the pictures it is that have been sent to this reader, as the picture itself says. */
    public static int index(ByteBuffer jpeg) {
        return jpeg.getInt(jpeg.position() + STAMP);
    }

    private void serve() {
        while (listening.isOpen()) {
            try (SocketChannel reader = listening.accept()) {
                reader.setOption(StandardSocketOptions.TCP_NODELAY, true);
                readRequest(reader);
                write(reader, ascii(ANSWER));
                send(reader);
            } catch (IOException gone) {
                continue; // the reader has gone, or the server is closed
            }
        }
    }

    private void send(SocketChannel reader) throws IOException {
        long due = System.nanoTime();
        for (int index = 0; reader.isOpen(); index++) {
            for (long now = System.nanoTime(); interval != NONE && now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            Part part = parts[index % parts.length];
            part.stamp(index);
            long now = System.nanoTime();
            sent.set(index % REMEMBERED, now);
            write(reader, part.bytes());
            due = Math.max(due, now - interval) + interval; // a picture that was late is no reason to hurry
        }
    }

    private static void readRequest(SocketChannel reader) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(LONGEST_REQUEST);
        while (!new String(request.array(), 0, request.position(), StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            if (reader.read(request) <= 0) {
                throw new EOFException("no request");
            }
        }
    }

    private static void write(SocketChannel reader, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            reader.write(bytes);
        }
    }

    private static ByteBuffer ascii(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        listening.close();
        thread.interrupt(); // which closes the connection, too
        thread.join();
    }

    /**
     * A picture with its head. Confined to the server's thread.
     *
     * @param bytes all of it
     * @param stamp where its index lies
     */
    private record Part(ByteBuffer bytes, int stamp) {
        static Part of(ByteBuffer jpeg) {
            int size = jpeg.remaining() + COMMENT_SIZE;
            ByteBuffer head = ascii("--picture\r\nContent-Type: image/jpeg\r\nContent-Length: " + size + "\r\n\r\n");
            ByteBuffer bytes = ByteBuffer.allocateDirect(head.remaining() + size + 2);
            bytes.put(head).put(jpeg.slice(jpeg.position(), BEGIN_SIZE));
            int stamp = bytes.position() - BEGIN_SIZE + STAMP;
            bytes.putShort((short) 0xfffe).putShort((short) (COMMENT_SIZE - 2)).putInt(0);
            bytes.put(jpeg.slice(jpeg.position() + BEGIN_SIZE, jpeg.remaining() - BEGIN_SIZE));
            bytes.put(ascii("\r\n"));
            return new Part(bytes, stamp);
        }

        void stamp(int index) {
            bytes.clear();
            bytes.putInt(stamp, index);
        }
    }
}
