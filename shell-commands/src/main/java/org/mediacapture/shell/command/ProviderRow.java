// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;

/**
 * A row of {@code camera:providers}. Immutable.
 *
 * @param camera short name of the camera; "" for a provider that has none
 * @param provider name of the provider; "" for a camera whose tracks wait for one
 * @param bundle symbolic name of the provider's bundle
 * @param ranking its ranking, if it offers the camera
 * @param inUse whether the camera is open through it
 * @param state what the camera is doing, or that the provider cannot be used
 * @param cause why the camera is in this state, or ""
 * @param trouble what is wrong with the provider, or ""
 * @param abandonedCalls calls into the provider that were abandoned and have not returned
 */
record ProviderRow(
        String camera,
        String provider,
        String bundle,
        Optional<Integer> ranking,
        boolean inUse,
        String state,
        String cause,
        String trouble,
        int abandonedCalls) {
    private static final String UNAVAILABLE = "unavailable";

    /** The rows of a camera. One whose tracks wait for a provider has none; it gets a row all the same. */
    static Stream<ProviderRow> of(CameraStatus camera) {
        return camera.providers().isEmpty()
                ? Stream.of(new ProviderRow(
                        camera.name(),
                        "",
                        "",
                        Optional.empty(),
                        false,
                        camera.state().value(),
                        camera.cause(),
                        "",
                        0))
                : camera.providers().stream().map(provider -> of(camera, provider));
    }

    /** The row of a provider that has no cameras here, or none of some kind. */
    static ProviderRow of(ProviderTroubleStatus lacking) {
        return new ProviderRow(
                "",
                lacking.provider(),
                lacking.bundle(),
                Optional.empty(),
                false,
                UNAVAILABLE,
                "",
                lacking.reason(),
                0);
    }

    private static ProviderRow of(CameraStatus camera, ProviderStatus provider) {
        return new ProviderRow(
                camera.name(),
                provider.provider(),
                provider.bundle(),
                Optional.of(provider.ranking()),
                provider.inUse(),
                provider.usable() ? camera.state().value() : UNAVAILABLE,
                camera.cause(),
                provider.trouble(),
                provider.abandonedCalls());
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("camera", camera);
        members.put("provider", provider);
        members.put("bundle", bundle);
        members.put("ranking", ranking.orElse(0));
        members.put("inUse", inUse);
        members.put("state", state);
        members.put("cause", cause);
        members.put("trouble", trouble);
        members.put("abandonedCalls", abandonedCalls);
        return members;
    }

    List<String> cells() {
        return List.of(
                camera,
                provider,
                bundle,
                ranking.map(String::valueOf).orElse(""),
                inUse ? "yes" : "no",
                state,
                trouble.isEmpty() && !state.equals(CameraState.STREAMING.value()) ? cause : trouble);
    }
}
