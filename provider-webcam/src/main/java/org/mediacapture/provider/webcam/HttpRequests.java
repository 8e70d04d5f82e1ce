// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.apache.http.HttpConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.StatusLine;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.client.utils.URIUtils;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests to one camera, through the HTTP client that the ipcam driver brings. Confined to the capture thread; whoever
 * cancels the interruption breaks the connection. The driver's own device makes requests without any time-out.
 */
final class HttpRequests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRequests.class);
    private static final int DENIED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MOST_REDIRECTS = 8;

    private final HttpCamera camera;
    private final Interruption interruption;
    private final URI location;
    private final CloseableHttpClient client;
    private final HttpSockets sockets;
    private final HttpClientContext context = HttpClientContext.create();

    HttpRequests(HttpCamera camera, Interruption interruption) throws CameraException {
        this.camera = camera;
        this.interruption = interruption;
        this.sockets = new HttpSockets(interruption);
        CameraUrl url = camera.plan().url();
        // The client would put a login that stands in the URL into messages.
        location = location(url);
        context.setCredentialsProvider(credentials(url));
        try {
            // Of the managers that the client has, this is the one whose connections may be broken from another thread.
            client = HttpClients.custom()
                    .setConnectionManager(new PoolingHttpClientConnectionManager(sockets.registry()))
                    .setUserAgent("mediacapture")
                    .disableAutomaticRetries()
                    .disableContentCompression()
                    .disableCookieManagement()
                    .build();
        } catch (GeneralSecurityException e) {
            throw new CameraException(Reason.FAILED, camera.address() + ": " + e.getMessage(), e);
        }
    }

    private static URI location(CameraUrl url) throws CameraException {
        try {
            return new URI(url.location().replaceFirst("^([a-z]+://)[^/?]*@", "$1"));
        } catch (URISyntaxException e) {
            // Its message has the URL with its secrets.
            throw new CameraException(
                    Reason.FAILED, url.address() + ": is no URL that an HTTP client reads: " + e.getReason());
        }
    }

    private CredentialsProvider credentials(CameraUrl url) {
        CredentialsProvider provider = new BasicCredentialsProvider();
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            HttpHost host = URIUtils.extractHost(location);
            // For this host alone: the camera may redirect to another.
            provider.setCredentials(
                    new AuthScope(host.getHostName(), host.getPort()),
                    new UsernamePasswordCredentials(url.username(), url.password()));
        }
        return provider;
    }

    /**
     * Asks the camera, and reads the head of the answer. It may take as long as the interruption allows.
     *
     * @throws CameraException if the answer is another than success
     * @throws IOException if there is no answer
     */
    Answer get() throws CameraException, IOException {
        int time = (int) Math.min(Integer.MAX_VALUE, interruption.allowed().toMillis());
        HttpGet get = new HttpGet(location);
        get.setConfig(RequestConfig.custom()
                .setConnectTimeout(time)
                .setSocketTimeout(time)
                .setMaxRedirects(MOST_REDIRECTS)
                .build());
        interruption.whenCancelled(get::abort);
        CloseableHttpResponse response = client.execute(get, context);
        StatusLine status = response.getStatusLine();
        if (status.getStatusCode() / 100 != 2 || response.getEntity() == null) {
            get.abort();
            response.close();
            Reason reason = status.getStatusCode() == DENIED || status.getStatusCode() == FORBIDDEN
                    ? Reason.DENIED
                    : Reason.LOST;
            String what = ": Server returned " + status.getStatusCode() + " " + status.getReasonPhrase();
            throw new CameraException(reason, camera.address() + what);
        }
        return new Answer(get, response, response.getEntity());
    }

    /** How long the camera may be silent from now on. */
    void silence(Duration time) {
        Optional.ofNullable(context.getConnection(HttpConnection.class))
                .ifPresent(
                        connection -> connection.setSocketTimeout((int) Math.min(Integer.MAX_VALUE, time.toMillis())));
    }

    /** How many bytes of the camera wait to be read. */
    int waiting() throws IOException {
        return sockets.waiting();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("{}: the connection was broken", camera.address());
        }
    }

    /** A successful answer. Confined to the capture thread. */
    record Answer(HttpGet request, CloseableHttpResponse response, HttpEntity entity) implements AutoCloseable {
        /** The type of the content; empty if it is not told. */
        String type() {
            return entity.getContentType() == null
                    ? ""
                    : entity.getContentType().getValue();
        }

        InputStream content() throws IOException {
            return entity.getContent();
        }

        /** Breaks the connection: closing the content would read a stream to its end, which never comes. */
        @Override
        public void close() throws IOException {
            request.abort();
            response.close();
        }
    }
}
