// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.lang.reflect.Proxy;
import org.mediacapture.frame.VideoFrame;

/** A frame that counts how often it was closed. Confined to one thread. */
final class FakeFrame {
    private int closed;
    private final VideoFrame handle = (VideoFrame) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {VideoFrame.class}, (proxy, method, values) -> {
                if (method.getName().equals("close")) {
                    this.closed++;
                    return null;
                }
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == values[0];
                    case "toString" -> "frame";
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    VideoFrame handle() {
        return handle;
    }

    boolean isClosed() {
        return closed > 0;
    }
}
