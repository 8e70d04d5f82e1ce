// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;

/**
 * A camera as it was seen at a moment. Immutable.
 *
 * @param status what was seen
 * @param provider the provider that it is open through, or was before it was lost or released; "" of one that is idle
 * @param failed whether it is lost because its provider failed or went, and not because it is brought to another on purpose
 */
record SeenCamera(CameraStatus status, String provider, boolean failed) {
    /** A camera that is seen for the first time. */
    static SeenCamera of(CameraStatus status) {
        return new SeenCamera(status, inUse(status).orElse(""), false);
    }

    /** The same camera, seen again. */
    SeenCamera then(CameraStatus now) {
        String user = inUse(now).orElse(now.state() == CameraState.IDLE ? "" : provider);
        boolean fails = isLost(now) && (failed || !isLost(status) && providerFails(now));
        return new SeenCamera(now, user, fails);
    }

    /** What has become of it since it was seen before. */
    List<News> since(SeenCamera before) {
        List<News> news = new ArrayList<>();
        status.providers().forEach(now -> trouble(before, now).ifPresent(news::add));
        if (failed && !before.failed && news.isEmpty()) {
            news.add(new News.Fault(status.name(), before.provider, status.cause(), false));
        }
        if (isOpenAgain(before)) {
            news.addAll(arrival(before, news));
        }
        return news;
    }

    /** A provider's trouble is another than before. */
    private Optional<News> trouble(SeenCamera before, ProviderStatus now) {
        String was = ofName(before.status, now.provider())
                .map(ProviderStatus::trouble)
                .orElse("");
        if (was.equals(now.trouble())) {
            return Optional.empty();
        }
        boolean over = now.trouble().isEmpty();
        return Optional.of(new News.Fault(status.name(), now.provider(), over ? was : now.trouble(), over));
    }

    /** Whether it is open, and was so through another provider, or lost. */
    private boolean isOpenAgain(SeenCamera before) {
        return inUse(status).isPresent()
                && !before.provider.isEmpty()
                && (before.failed || !provider.equals(before.provider));
    }

    /** It came to another provider; or back to its own, unless that is told already. */
    private List<News> arrival(SeenCamera before, List<News> told) {
        if (!provider.equals(before.provider)) {
            return List.of(new News.Swap(status.name(), before.provider, provider, status.cause()));
        }
        News over = new News.Fault(status.name(), provider, before.status.cause(), true);
        return told.stream().anyMatch(News.Fault.class::isInstance) ? List.of() : List.of(over);
    }

    /** The provider is gone, or has got into trouble; one that is left on purpose is there as it was. */
    private boolean providerFails(CameraStatus now) {
        Optional<String> trouble = ofName(now, provider).map(ProviderStatus::trouble);
        return trouble.map(text -> !text.isEmpty()
                        && !Optional.of(text).equals(ofName(status, provider).map(ProviderStatus::trouble)))
                .orElse(true);
    }

    private static boolean isLost(CameraStatus status) {
        return status.state() == CameraState.LOST;
    }

    private static Optional<String> inUse(CameraStatus status) {
        return status.providers().stream()
                .filter(ProviderStatus::inUse)
                .findFirst()
                .map(ProviderStatus::provider);
    }

    private static Optional<ProviderStatus> ofName(CameraStatus status, String provider) {
        return status.providers().stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst();
    }
}
