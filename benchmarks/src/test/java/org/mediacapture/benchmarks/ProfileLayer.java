// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.Set;

/**
 * A part of the system that a reader knows by name. Immutable.
 *
 * @param name what it is called
 * @param colour in which it is drawn
 */
record ProfileLayer(String name, String colour) {
    /** Nothing is known of it. */
    static final ProfileLayer OTHER = new ProfileLayer("other", "#d0d7de");

    private static final ProfileLayer HAND_OVER = new ProfileLayer("hand-over between threads", "#f4a340");
    private static final ProfileLayer COPIES = new ProfileLayer("JDK: copies and clears memory", "#e5707a");
    private static final ProfileLayer PICTURES = new ProfileLayer("JDK: ImageIO and Java 2D", "#c58fd6");
    private static final ProfileLayer FFMPEG = new ProfileLayer("FFmpeg (native)", "#9a86d8");
    private static final ProfileLayer JDK = new ProfileLayer("JDK: other", "#b8bec6");
    private static final ProfileLayer BENCHMARK = new ProfileLayer("benchmark: camera and application", "#8fd0c9");
    private static final String CORE = "org.mediacapture.core.";
    private static final Set<String> COPYING = Set.of(
            "System.arraycopy", "Unsafe.copyMemory", "Unsafe.copyMemory0", "Unsafe.setMemory", "Unsafe.setMemory0");

    /** Who works in the innermost method. */
    static ProfileLayer ofTime(List<String> frames) {
        if (frames.isEmpty()) {
            return OTHER;
        }
        ProfileLayer layer = of(frames.get(frames.size() - 1));
        // the JDK's own small methods say little; it matters what they are called for
        for (int i = frames.size() - 2; layer == JDK && i >= 0; i--) {
            ProfileLayer outer = of(frames.get(i));
            if (outer != JDK) {
                return outer == HAND_OVER || outer == PICTURES || outer == COPIES ? outer : JDK;
            }
        }
        return layer;
    }

    /** Who outside the JDK called the innermost method. */
    static ProfileLayer ofCaller(List<String> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (!isJdk(frames.get(i))) {
                return of(frames.get(i));
            }
        }
        return of(frames.get(frames.size() - 1));
    }

    /** The part to which a method belongs. */
    static ProfileLayer of(String method) {
        if (method.startsWith(CORE)) {
            String rest = method.substring(CORE.length());
            String part = rest.substring(0, rest.indexOf('.'));
            return new ProfileLayer(Character.isLowerCase(part.charAt(0)) ? "core ." + part : "core", "#7fb3e8");
        }
        if (method.startsWith("org.mediacapture.")) {
            return ofModule(method.substring("org.mediacapture.".length()));
        }
        if (method.startsWith("org.bytedeco.")) {
            return FFMPEG;
        }
        if (method.startsWith("org.osgi.util.promise.")) {
            return new ProfileLayer("promises", "#a7cf7a");
        }
        return isJdk(method) ? ofJdk(method) : OTHER;
    }

    /** Whether a method is one of the JDK's. */
    static boolean isJdk(String method) {
        return method.startsWith("java.")
                || method.startsWith("jdk.")
                || method.startsWith("javax.")
                || method.startsWith("sun.")
                || method.startsWith("com.sun.");
    }

    private static ProfileLayer ofModule(String rest) {
        if (rest.startsWith("benchmarks.")) {
            return BENCHMARK;
        }
        if (rest.startsWith("codec.") || rest.startsWith("libs.")) {
            return new ProfileLayer("codec-ffmpeg", "#86c98a");
        }
        if (rest.startsWith("provider.mock.")) {
            return new ProfileLayer("provider-mock", "#8fd0c9");
        }
        return new ProfileLayer("api", "#5d8fd0");
    }

    private static ProfileLayer ofJdk(String method) {
        String owner = method.substring(0, method.lastIndexOf('.'));
        if (method.startsWith("java.util.concurrent.")
                || method.contains("Unsafe.park")
                || method.contains("Unsafe.unpark")) {
            return HAND_OVER;
        }
        if (method.startsWith("java.nio.")
                || owner.equals("java.util.Arrays")
                || COPYING.contains(ProfileStack.shortName(method))) {
            return COPIES;
        }
        boolean pictures = method.contains("imageio")
                || method.startsWith("java.awt.")
                || method.startsWith("sun.java2d.")
                || method.startsWith("sun.awt.");
        return pictures ? PICTURES : JDK;
    }
}
