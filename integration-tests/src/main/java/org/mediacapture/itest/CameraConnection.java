// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One connection of a {@link CameraServer}: what a behaviour can do to it. Its thread serves it; behave and drop come from any
 * thread.
 */
final class CameraConnection {
    private final Socket socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Behaviour behaviour; // guarded by lock
    private boolean dropped; // guarded by lock

    CameraConnection(Socket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    void serve() {
        try (socket) {
            if (!request().isEmpty()) {
                behaviour().answer().on(this);
            }
            while (!isDropped()) {
                behaviour().next().on(this);
            }
        } catch (IOException goneAway) {
            // the camera's user, which is what many tests are about
        }
    }

    private String request() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder request = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && request.indexOf("\r\n\r\n") < 0; letter = in.read()) {
            request.append((char) letter);
            if (request.indexOf("\r\n\r\n") >= 0) {
                break;
            }
        }
        return request.toString();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends byte after byte, with a pause after each, until the behaviour changes. */
    void trickle(byte[] bytes, Duration pause) throws IOException {
        for (int i = 0; i < bytes.length && remains(pause); i++) {
            socket.getOutputStream().write(bytes[i]);
        }
    }

    /** Does nothing until the behaviour changes. */
    void stall() {
        while (remains(Duration.ofHours(1))) {
            // goes on doing nothing
        }
    }

    /** Waits; answers whether the behaviour is still the same. */
    boolean remains(Duration time) {
        lock.lock();
        try {
            Behaviour before = behaviour;
            long left = time.toNanos();
            while (left > 0 && behaviour == before && !dropped) {
                left = changed.awaitNanos(left);
            }
            return behaviour == before && !dropped;
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts it", e);
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection as a server does that is done. */
    void drop() {
        lock.lock();
        try {
            dropped = true;
            changed.signalAll();
            socket.close();
        } catch (IOException gone) {
            // closed all the same
        } finally {
            lock.unlock();
        }
    }

    /** Breaks the connection: the other side gets a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        drop();
    }

    void behave(Behaviour next) {
        lock.lock();
        try {
            behaviour = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Behaviour behaviour() {
        lock.lock();
        try {
            return behaviour;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
