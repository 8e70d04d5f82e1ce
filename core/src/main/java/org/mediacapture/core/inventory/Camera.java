// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mediacapture.constraint.VideoFacingModeEnum;
import org.mediacapture.core.select.CameraSpace;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.provider.CameraDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A camera, with the services that offer it, the best first. Thread-safe; the inventory changes the offers. */
public final class Camera {
    private static final Logger LOG = LoggerFactory.getLogger(Camera.class);

    private final String name;
    private final CameraSource source;
    private volatile Offer.Description description;
    private volatile String group; // as it was told last
    private volatile List<Offer> offers;

    Camera(String name, Offer first, BiFunction<String, Supplier<List<Offer>>, CameraSource> sources) {
        this.name = name;
        this.description = first.description();
        this.group = description.identity();
        this.offers = List.of(first);
        this.source = sources.apply(name, this::offers);
    }

    /** The short name, unique among the cameras that are there. */
    public String name() {
        return name;
    }

    /** What makes it this camera. */
    public String identity() {
        return description.identity();
    }

    /** What a person calls it. */
    public String label() {
        return description.label();
    }

    /** Where it is, without credentials. */
    public String address() {
        return description.address();
    }

    /** Where it looks; whatever else than the four words a provider says is as if it did not know (RES-7). */
    public Optional<VideoFacingModeEnum> facing() {
        return Arrays.stream(VideoFacingModeEnum.values())
                .filter(known -> known.value().equals(description.facing()))
                .findFirst();
    }

    /**
     * The physical device it is part of; its own identity where the provider tells none. While its tracks wait for a provider it is
     * what it was, since the camera is listed unchanged (HS-5).
     */
    public String group() {
        List<Offer> present = offers;
        if (!present.isEmpty()) {
            group = present.stream()
                    .flatMap(offer ->
                            told(offer, device -> device.group().stream()).orElseGet(Stream::empty))
                    .findFirst()
                    .orElse(identity());
        }
        return group;
    }

    /** How much its best provider wants to be first; of one that waits, the last one's. */
    int ranking() {
        return description.ranking();
    }

    /** The services that offer it, the best first; empty only while its tracks wait for one. */
    public List<Offer> offers() {
        return offers;
    }

    /** The camera in use. */
    public CameraSource source() {
        return source;
    }

    /** What it can be set to, as far as that is known without opening it. */
    public CameraSpace space(Perspective perspective) {
        CameraSpace open = source.view().space(perspective);
        if (!open.modes().isEmpty()) {
            return open;
        }
        return offers.stream()
                .findFirst()
                .flatMap(best -> told(
                        best,
                        device -> new CameraSpace(
                                device.modes(), perspective.visible(device.controls()), perspective.inherent())))
                .orElse(open);
    }

    /** What a provider tells about its device; empty if it fails, since one that is broken must not hide the others. */
    private <T> Optional<T> told(Offer offer, Function<CameraDevice, T> question) {
        try {
            return Optional.of(question.apply(offer.device()));
        } catch (Throwable failure) {
            LOG.warn("{}: {} cannot tell about its camera", name, offer, failure);
            return Optional.empty();
        }
    }

    void offers(List<Offer> sorted) {
        offers = sorted;
        if (!sorted.isEmpty()) {
            description = sorted.get(0).description();
        }
    }
}
