// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.UsageEvent;

/** The page names the topics that there are, and no others. */
class TopicsPageTest {
    private static final Path PAGE = Path.of("../../docs/observability.md");
    private static final Pattern TOPIC = Pattern.compile("`(?:org/mediacapture/(?:camera|usage)/)?([A-Z]{4,})`");

    @Test
    void allTopicsOfCamerasAreInTheTable() throws IOException {
        assertThat(types(Topics.CAMERA))
                .containsExactlyElementsOf(
                        Arrays.stream(CameraEvent.Type.values()).map(Enum::name).toList());
    }

    @Test
    void allTopicsOfUseAreInTheTable() throws IOException {
        assertThat(types(Topics.USAGE))
                .containsExactlyElementsOf(
                        Arrays.stream(UsageEvent.Type.values()).map(Enum::name).toList());
    }

    private static List<String> types(String prefix) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `" + prefix))
                .flatMap(line -> TOPIC.matcher(line.split("\\|")[1]).results())
                .map(match -> match.group(1))
                .toList();
    }
}
