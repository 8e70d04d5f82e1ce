// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.client.ClientProtocolException;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;

/**
 * A configured camera that sends JPEG over HTTP: a stream of them, or one for each request. Immutable.
 *
 * @param plan its configuration
 * @param pullRate images fetched per second where each request is answered with one
 */
record HttpCamera(CameraPlan plan, double pullRate) implements FrameSource.Opener {
    @Override
    public FrameSource open(Interruption interruption) throws CameraException {
        HttpRequests requests = new HttpRequests(this, interruption);
        try {
            HttpRequests.Answer answer = requests.get();
            String type = answer.type().toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/")) {
                return PushSource.open(this, requests, answer, interruption);
            }
            if (type.startsWith("image/")) {
                return PullSource.open(this, requests, answer, interruption);
            }
            throw new CameraException(
                    Reason.FAILED,
                    address() + ": the server sent " + (type.isEmpty() ? "something without a type" : type)
                            + "; multipart/x-mixed-replace or image/jpeg is needed");
        } catch (IOException e) {
            requests.close();
            throw failure(e, interruption, "answer");
        } catch (CameraException | RuntimeException | LinkageError e) {
            requests.close();
            throw e;
        }
    }

    String address() {
        return plan.url().address();
    }

    /**
     * The failure of a connection: its interruption if there was one, else what the library says. The exception of the library
     * is not its cause: it may hold the URL with its secrets, and a cause gets into logs as it is.
     *
     * @param awaited what did not come in time: "answer" or "picture"
     */
    CameraException failure(IOException failure, Interruption interruption, String awaited) {
        if (interruption.isCancelled()) {
            return new CameraException(Reason.LOST, address() + ": closed");
        }
        if (interruption.isLate() || failure instanceof java.io.InterruptedIOException) {
            String what =
                    ": no " + awaited + " within " + interruption.allowed().toMillis() + " ms";
            return new CameraException(Reason.LOST, address() + what);
        }
        if (failure instanceof JpegParts.UnreadableStreamException) {
            return new CameraException(Reason.FAILED, address() + ": " + failure.getMessage());
        }
        return new CameraException(reason(failure), address() + ": " + what(failure));
    }

    /** The failure of a camera that answers, but not with pictures. */
    CameraException noPicture() {
        return new CameraException(
                Reason.LOST,
                address() + ": no whole picture within " + plan.readDeadline().toMillis() + " ms");
    }

    private static Reason reason(IOException failure) {
        return failure instanceof javax.net.ssl.SSLException ? Reason.FAILED : Reason.LOST;
    }

    private String what(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "unknown host " + plan.url().place().replaceFirst(":\\d+$", "");
        }
        if (failure instanceof ConnectException) {
            return Optional.ofNullable(failure.getCause()).orElse(failure).getMessage();
        }
        // What an answer of HTTP lacks is told by the cause alone.
        boolean wrapped = failure instanceof ClientProtocolException && failure.getCause() != null;
        return plan.url().scrub((wrapped ? failure.getCause() : failure).toString());
    }
}
