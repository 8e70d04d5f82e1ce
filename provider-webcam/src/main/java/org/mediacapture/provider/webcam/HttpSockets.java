// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.security.GeneralSecurityException;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.ssl.SSLContextBuilder;

/** How cameras are connected to. Certificates are not checked, since cameras sign their own. */
final class HttpSockets {
    private HttpSockets() {}

    static Registry<ConnectionSocketFactory> registry() throws GeneralSecurityException {
        SSLConnectionSocketFactory encrypted = new SSLConnectionSocketFactory(
                SSLContextBuilder.create()
                        .loadTrustMaterial((chain, type) -> true)
                        .build(),
                NoopHostnameVerifier.INSTANCE);
        return RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", encrypted)
                .build();
    }
}
