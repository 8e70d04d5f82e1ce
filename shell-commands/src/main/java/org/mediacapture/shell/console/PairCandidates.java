// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MeteringMode;
import org.mediacapture.constraint.ValueKind;
import org.mediacapture.constraint.VideoFacingModeEnum;
import org.mediacapture.constraint.VideoResizeModeEnum;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.network.NetworkCameraRequest;
import org.mediacapture.shell.output.Numbers;

/** Goes on with words that have an equals sign: constraints, settings, configuration. Thread-safe. */
final class PairCandidates {
    private static final List<String> TRUTHS = List.of("true", "false");
    private static final Map<ConstrainableProperty<?>, List<String>> WORDS = Map.of(
            ConstrainableProperty.FACING_MODE, words(VideoFacingModeEnum.values(), VideoFacingModeEnum::value),
            ConstrainableProperty.RESIZE_MODE, words(VideoResizeModeEnum.values(), VideoResizeModeEnum::value),
            ConstrainableProperty.FOCUS_MODE, words(MeteringMode.values(), MeteringMode::value),
            ConstrainableProperty.EXPOSURE_MODE, words(MeteringMode.values(), MeteringMode::value),
            ConstrainableProperty.WHITE_BALANCE_MODE, words(MeteringMode.values(), MeteringMode::value));
    private static final Map<String, List<String>> SETTINGS = settings();

    private PairCandidates() {}

    /**
     * Ways to go on.
     *
     * @param kind CONSTRAINTS, SETTINGS or key=value
     * @param word what is typed of the word
     * @param track the track that the constraints are for, if one is named
     */
    static Stream<Candidate> of(String kind, String word, Optional<OpenTrack> track) {
        return switch (kind) {
            case "CONSTRAINTS" -> track.map(open -> ofTrack(word, open)).orElseGet(() -> ofAll(word));
            case "SETTINGS" -> ofLists(word, SETTINGS);
            default -> ofLists(word, NetworkCameraRequest.VALUES);
        };
    }

    private static Stream<Candidate> ofTrack(String word, OpenTrack open) {
        MediaTrackCapabilities capabilities = open.track().getCapabilities();
        Map<String, Object> values = capabilities.toMap();
        Map<String, Object> now = open.track().getSettings().toMap();
        return capabilities.properties().stream().flatMap(property -> {
            Object able = Objects.requireNonNullElse(values.get(property.name()), "");
            String unit = property.unit().isEmpty() ? "" : " " + property.unit();
            String described = described(able)
                    + unit
                    + Optional.ofNullable(now.get(property.name()))
                            .map(value -> ", now " + Numbers.shown(value))
                            .orElse("");
            return pair(word, property.name(), able instanceof List<?> list ? list : words(property), described);
        });
    }

    private static Stream<Candidate> ofAll(String word) {
        return ConstrainableProperty.all().stream()
                .flatMap(property -> pair(word, property.name(), words(property), property.unit()));
    }

    private static Stream<Candidate> ofLists(String word, Map<String, List<String>> lists) {
        return lists.entrySet().stream().flatMap(entry -> pair(word, entry.getKey(), entry.getValue(), ""));
    }

    /** The name first, its values when the equals sign is there, also behind a member such as ".exact". */
    private static Stream<Candidate> pair(String word, String name, List<?> values, String described) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            return Stream.of(new Candidate(name + "=", described));
        }
        String path = word.substring(0, equals);
        String typed = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path;
        return typed.equals(name) || path.equals(name)
                ? values.stream().map(value -> new Candidate(path + "=" + Numbers.shown(value), ""))
                : Stream.empty();
    }

    private static String described(Object able) {
        if (able instanceof Map<?, ?> range) {
            return Numbers.shown(range.get("min")) + " to " + Numbers.shown(range.get("max"));
        }
        return able instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : "";
    }

    private static List<?> words(ConstrainableProperty<?> property) {
        return property.kind() == ValueKind.BOOLEAN ? TRUTHS : WORDS.getOrDefault(property, List.of());
    }

    private static <E> List<String> words(E[] constants, Function<E, String> word) {
        return Arrays.stream(constants).map(word).toList();
    }

    private static Map<String, List<String>> settings() {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        settings.put("imageWidth", List.of());
        settings.put("imageHeight", List.of());
        settings.put("fillLightMode", words(FillLightMode.values(), FillLightMode::value));
        settings.put("redEyeReduction", TRUTHS);
        settings.put("quality", List.of());
        settings.put("type", List.of("image/jpeg", "image/png"));
        return Collections.unmodifiableMap(settings);
    }
}
