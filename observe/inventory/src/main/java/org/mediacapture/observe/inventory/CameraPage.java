// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.inventory;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.admin.TrackStatistics;

/**
 * Cameras as text: each with its providers, and with its tracks and how their frames flow. Immutable.
 *
 * @param admin knows them
 */
record CameraPage(CameraAdmin admin) {
    /** Prints what there is now. */
    void print(PrintWriter out) {
        List<CameraStatistics> statistics = admin.statistics();
        List<CameraStatus> cameras = admin.cameras();
        out.println("Cameras: " + cameras.size());
        for (CameraStatus camera : cameras) {
            print(camera, out);
            statistics.stream()
                    .filter(flow -> flow.camera().equals(camera.name()))
                    .forEach(flow -> print(flow, out));
        }
        List<ProviderTroubleStatus> troubles = admin.troubles();
        out.println();
        out.println("Providers without cameras: " + troubles.size());
        troubles.forEach(trouble -> out.println("  " + trouble.provider() + " (" + trouble.bundle() + "): "
                + trouble.reason() + (trouble.remedy().isEmpty() ? "" : "; to do: " + trouble.remedy())));
    }

    private static void print(CameraStatus camera, PrintWriter out) {
        out.println();
        out.println(camera.name() + " \"" + camera.label() + "\" at " + camera.address()
                + (camera.facing().isEmpty() ? "" : ", facing " + camera.facing()));
        out.println("  state: " + camera.state().value() + because(camera.cause()));
        camera.providers().forEach(provider -> out.println("  provider: " + line(provider)));
    }

    private static void print(CameraStatistics flow, PrintWriter out) {
        out.println("  frames: " + line(flow.frames()));
        flow.tracks().forEach(track -> out.println("  track: " + line(track)));
    }

    private static String line(ProviderStatus provider) {
        return provider.provider() + " (" + provider.bundle() + "), ranking " + provider.ranking()
                + (provider.inUse() ? ", in use" : "")
                + (provider.usable() ? "" : ", cannot be used")
                + because(provider.trouble());
    }

    private static String line(TrackStatistics track) {
        String holder =
                track.bundle().equals(track.origin()) ? track.bundle() : track.origin() + " by " + track.bundle();
        return holder + ", " + track.consumers() + " consumers, " + line(track.frames());
    }

    private static String line(FrameStatistics frames) {
        return String.format(
                        Locale.ROOT,
                        "%.1f per second, %d delivered, %d discarded, %d in all",
                        frames.frameRate(),
                        frames.delivered(),
                        frames.discarded(),
                        frames.total())
                + frames.latency()
                        .map(latency -> ", " + latency.toMillis() + " ms old")
                        .orElse("");
    }

    private static String because(String cause) {
        return cause.isEmpty() ? "" : ": " + cause;
    }
}
