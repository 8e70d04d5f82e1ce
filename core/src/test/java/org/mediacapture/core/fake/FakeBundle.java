// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** A bundle with an id, a name and a state, and nothing else. Thread-safe. */
public final class FakeBundle {
    /** Its state, as the framework would tell it. */
    public volatile int state = Bundle.ACTIVE;

    private final long id;
    private final Optional<String> name;

    /** A bundle that is active. */
    public FakeBundle(long id, String name) {
        this.id = id;
        this.name = Optional.of(name);
    }

    /** An active bundle without a symbolic name. */
    public FakeBundle(long id) {
        this.id = id;
        this.name = Optional.empty();
    }

    /** The same as the framework's type. */
    public Bundle bundle() {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundleId" -> id;
                    case "getSymbolicName" -> name.orElse(null);
                    case "getLocation" -> "file:bundle-" + id;
                    case "getState" -> state;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
