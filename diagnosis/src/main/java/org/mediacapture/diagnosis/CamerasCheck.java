// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;

/**
 * The cameras that there are, what they are doing, and what is wrong with their providers. Immutable.
 *
 * @param cameras the cameras
 */
public record CamerasCheck(Supplier<List<CameraStatus>> cameras) implements Check {
    @Override
    public String subject() {
        return "cameras";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (CameraStatus camera : cameras.get()) {
            findings.add(state(camera));
            camera.providers().stream()
                    .filter(provider ->
                            !provider.usable() || !provider.trouble().isEmpty())
                    .map(provider -> trouble(camera, provider))
                    .forEach(findings::add);
        }
        return findings.isEmpty()
                ? List.of(
                        Finding.problem(
                                "there is no camera",
                                "plug one in, add one with camera:add URL, or install a provider, such as that of the mock camera"))
                : findings;
    }

    private static Finding state(CameraStatus camera) {
        String shown = camera.name() + " (" + camera.label() + ")";
        String cause = camera.cause().isEmpty() ? "" : ": " + camera.cause();
        return camera.state() == CameraState.LOST
                ? Finding.problem(
                        shown + " is lost" + cause,
                        "plug it in again, or bring its provider back; its tracks end when that takes too long")
                : Finding.ok(shown + " is " + camera.state().value() + cause);
    }

    private static Finding trouble(CameraStatus camera, ProviderStatus provider) {
        String shown = camera.name() + " through " + provider.provider();
        if (provider.abandonedCalls() > 0) {
            return Finding.problem(
                    shown + ": " + provider.abandonedCalls()
                            + " calls into the provider were abandoned and have not returned",
                    "unplug the camera and plug it in, or switch it off and on; the provider is used again as soon as they return");
        }
        return new Finding(
                provider.usable() ? Severity.NOTE : Severity.PROBLEM,
                shown + ": " + (provider.trouble().isEmpty() ? "cannot be used" : provider.trouble()),
                provider.usable()
                        ? "this is what went wrong last; camera:photo " + camera.name()
                                + " FILE tells whether it still does"
                        : "camera:providers tells who else offers the camera, camera:swap changes to it");
    }
}
