// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Hashtable;
import java.util.List;
import java.util.stream.Stream;
import org.mediacapture.admin.ProviderStatus;
import org.osgi.service.cm.Configuration;

/** One swap under the tracks of two applications, and what they may notice of it. Confined to the test's thread. */
final class SwapRound {
    private final Operator operator;
    private final ProviderBundles bundles;

    SwapRound(Operator operator, ProviderBundles bundles) {
        this.operator = operator;
        this.bundles = bundles;
    }

    /** Swaps the provider while photos and frames are asked for, and waits until both applications go on as before. */
    void play(SwapKind kind, SoakCamera camera, SoakApplication first, SoakApplication second) throws Exception {
        ProviderStatus used = camera.inUse().orElseThrow();
        first.capture();
        swap(kind, camera, used);
        second.capture();
        camera.awaitOffers();
        int losses = kind == SwapKind.CONFIGURATION ? camera.changedTogether() : 1;
        WatchedTrack.assertFrames(Stream.of(first, second)
                .flatMap(application -> application.tracks().stream())
                .toList()); // after which no event is to come
        first.assertUndisturbed(kind, losses);
        second.assertUndisturbed(kind, losses);
        String now = camera.inUse().orElseThrow().provider();
        switch (kind) {
            case SWAP, SWAP_EXCLUSIVE -> assertThat(now).isNotEqualTo(used.provider());
            case PREFERENCE -> assertThat(now).isEqualTo(used.provider());
            default -> {} // whichever was there first
        }
    }

    private void swap(SwapKind kind, SoakCamera camera, ProviderStatus used) throws Exception {
        switch (kind) {
            case STOP_START -> bundles.restart(used.bundle());
            case UPDATE -> bundles.update(used.bundle());
            case REFRESH -> bundles.refresh(used.bundle());
            case REINSTALL -> bundles.reinstall(used.bundle());
            case CONFIGURATION -> camera.change();
            case SWAP, SWAP_EXCLUSIVE -> Await.value(operator.admin().swap(SoakCamera.NAME, camera.other()));
            case PREFERENCE -> prefer(camera, camera.offers().get(1).provider());
        }
    }

    private void prefer(SoakCamera camera, String wanted) throws Exception {
        configureCore(List.of(wanted));
        Await.until(
                wanted + " is first", () -> camera.offers().get(0).provider().equals(wanted));
    }

    /** Configures the core with deadlines that a busy machine meets, and a preference. */
    void configureCore(List<String> preference) throws Exception {
        Hashtable<String, Object> values = PatientCore.waits(25_000);
        values.put("provider.preference", preference.toArray(String[]::new));
        core().update(values);
    }

    /** Takes the configuration of the core back. */
    void unconfigureCore() throws Exception {
        core().update(new Hashtable<>()); // to delete it would restart the core
    }

    private Configuration core() throws Exception {
        return operator.configurations().getConfiguration("org.mediacapture.core", "?");
    }
}
