// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.protocol.HttpContext;
import org.apache.http.ssl.SSLContextBuilder;

/**
 * How a camera is connected to. Certificates are not checked, since cameras sign their own. Confined to the capture thread.
 */
final class HttpSockets extends PlainConnectionSocketFactory {
    private final Interruption interruption;
    private Optional<Socket> latest = Optional.empty();

    HttpSockets(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Socket createSocket(HttpContext context) {
        Socket socket = new GuardedSocket(interruption);
        latest = Optional.of(socket);
        return socket;
    }

    /** How many bytes of the camera wait to be read. */
    int waiting() throws IOException {
        return latest.isEmpty() ? 0 : latest.get().getInputStream().available();
    }

    Registry<ConnectionSocketFactory> registry() throws GeneralSecurityException {
        SSLConnectionSocketFactory encrypted =
                new SSLConnectionSocketFactory(
                        SSLContextBuilder.create()
                                .loadTrustMaterial((chain, type) -> true)
                                .build(),
                        NoopHostnameVerifier.INSTANCE) {
                    @Override
                    public Socket createSocket(HttpContext context) {
                        return HttpSockets.this.createSocket(context);
                    }
                };
        return RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", this)
                .register("https", encrypted)
                .build();
    }
}
