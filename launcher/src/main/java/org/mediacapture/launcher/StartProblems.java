// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;

/** Remembers why bundles did not start. Thread-safe. */
final class StartProblems implements FrameworkListener {
    private final Map<Bundle, Throwable> causes = new LinkedHashMap<>();

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            synchronized (causes) {
                causes.put(event.getBundle(), event.getThrowable());
            }
        }
    }

    /** A line for each of the bundles that is not running, with the reason as the framework tells it. */
    List<String> of(List<Bundle> bundles) {
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : bundles) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
                lines.add("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " does not start: "
                        + cause(bundle));
            }
        }
        return lines;
    }

    private String cause(Bundle bundle) {
        Throwable cause;
        synchronized (causes) {
            cause = causes.get(bundle);
        }
        if (cause == null) {
            return "the framework gave no reason";
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = String.valueOf(cause.getMessage());
        return root == cause ? text : text + " (" + root + ")";
    }
}
