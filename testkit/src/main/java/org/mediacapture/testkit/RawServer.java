// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server on the loopback address that answers each HTTP request with whatever bytes a test wants, as slowly as it wants: for the
 * tests of providers of network cameras. Each request has a thread of its own. Thread-safe.
 */
public final class RawServer implements AutoCloseable {
    /** Answers one request. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Answers.
         *
         * @param request the head of the request, as it came
         * @param out where the answer goes; the connection is closed when this returns
         * @throws IOException if the camera has gone away
         * @throws InterruptedException if the server is closed
         */
        void to(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<IOException> disconnects = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ServerSocket server;
    private final Answer answer;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /**
     * Starts a server on a free port.
     *
     * @param answer answers each request
     */
    public RawServer(Answer answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    /**
     * A server that sends a head and some bytes, and then keeps the connection open.
     *
     * @param contentType type of the answer
     * @param body what follows the head
     * @return the server
     */
    public static RawServer sending(String contentType, byte[] body) {
        return new RawServer((request, out) -> {
            out.write(head(contentType));
            out.write(body);
            out.flush();
            new CountDownLatch(1).await();
        });
    }

    /**
     * The head of an answer that ends with the connection.
     *
     * @param contentType type of the answer
     * @return the bytes
     */
    public static byte[] head(String contentType) {
        return ("HTTP/1.0 200 OK\r\nContent-Type: " + contentType + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The heads of the requests so far.
     *
     * @return a list that grows
     */
    public List<String> requests() {
        return requests;
    }

    /**
     * How connections were broken off by the other side so far.
     *
     * @return a list that grows
     */
    public List<IOException> disconnects() {
        return disconnects;
    }

    /**
     * A URL of this server.
     *
     * @param path beginning with a slash
     * @return the URL
     */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    private void run(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = server.accept();
                run(() -> serve(socket));
            } catch (IOException e) {
                closing.countDown();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = request(socket.getInputStream());
            requests.add(request);
            answer.to(request, socket.getOutputStream());
        } catch (IOException e) {
            disconnects.add(e); // the camera went away, which is what many tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int letter = in.read();
            if (letter < 0) {
                return request.toString();
            }
            request.append((char) letter);
        }
        return request.toString();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
        threads.forEach(Thread::interrupt);
    }
}
