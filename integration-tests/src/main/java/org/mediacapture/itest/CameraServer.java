// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP camera on the loopback. What it does is a {@link Behaviour}, which may change at any time: of the connections that begin,
 * of those that run, or of both. Each connection has a thread of its own. Thread-safe.
 */
final class CameraServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<CameraConnection> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile Behaviour behaviour;

    CameraServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    /** What it does from now on, on all connections. */
    void behave(Behaviour next) {
        behaviour = next;
        strike(next);
    }

    /** What it does from now on with the connections that there are; those that begin later are served as before. */
    void strike(Behaviour fault) {
        connections.forEach(connection -> connection.behave(fault));
    }

    /** How many connections were made so far. */
    int connections() {
        return begun.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                begun.incrementAndGet();
                CameraConnection connection = new CameraConnection(accepted, behaviour);
                connections.add(connection);
                start(() -> {
                    connection.serve();
                    connections.remove(connection);
                });
            } catch (IOException closed) {
                // by close(), or a connection that went before it was taken
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "itest-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(CameraConnection::drop);
    }
}
