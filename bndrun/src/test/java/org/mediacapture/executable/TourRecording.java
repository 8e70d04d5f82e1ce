// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** No test, but what {@code bndrun/record-tour} runs: types a tour into the console, as a person would, and records it. */
@EnabledIfSystemProperty(named = "mediacapture.tour", matches = ".+")
class TourRecording {
    private static final int COLUMNS = 100;
    private static final int ROWS = 30;
    private static final long BETWEEN_KEYS = 40;
    private static final long TO_READ = 1500;
    private static final String PREVIEW = "camera:preview door --once --as blocks";
    private static final List<String> BEFORE = List.of(
            "camera:devices",
            "t = camera:open mock width=1280 frameRate=15",
            "camera:apply $t zoom=2 focusMode=continuous",
            "camera:photo $t zoomed.jpg",
            "camera:stats",
            "camera:add 'lavfi:testsrc2=size=640x360:rate=25' name=door",
            "camera:photo dor door.jpg");

    private final Path folder = Path.of(System.getProperty("mediacapture.tour"));
    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);

    @TempDir
    Path directory;

    @Test
    void record() throws Exception {
        Files.createDirectories(folder);
        StringBuffer shown = new StringBuffer();
        Cast cast = new Cast(COLUMNS, ROWS, "Cameras in the Gogo shell");
        ExecutableJar jar = ExecutableJar.inside(directory);
        try (TerminalSession terminal =
                TerminalSession.start(jar, screen, new Size(COLUMNS, ROWS), cast.andThen(shown::append))) {
            for (String line : BEFORE) {
                run(terminal, line);
            }
            shown.setLength(0);
            run(terminal, PREVIEW);
            Still.save(lines(shown.toString()), COLUMNS, folder.resolve("preview.png"));
            type(terminal, "camera:close t1");
            terminal.press(TerminalSession.ENTER);
            terminal.awaitPrompt();
            terminal.press(TerminalSession.CTRL_D);
            terminal.awaitEnd();
        }
        cast.save(folder.resolve("tour.cast"));
    }

    /** The line that was typed, however often it was drawn, what it printed, and the prompt after it. */
    private static List<String> lines(String shown) {
        List<String> printed = shown.lines()
                .filter(line -> line.contains("▀") || line.contains(" fps"))
                .toList();
        List<String> lines = new ArrayList<>(List.of("g! " + PREVIEW));
        lines.addAll(printed);
        lines.add("g! ");
        return lines;
    }

    private static void run(TerminalSession terminal, String line) throws IOException, InterruptedException {
        type(terminal, line);
        terminal.press(TerminalSession.ENTER);
        terminal.awaitPrompt();
        Thread.sleep(TO_READ);
    }

    private static void type(TerminalSession terminal, String line) throws IOException, InterruptedException {
        for (int letter = 0; letter < line.length(); letter++) {
            terminal.press(line.substring(letter, letter + 1));
            Thread.sleep(BETWEEN_KEYS);
        }
        terminal.awaitLine(shown -> shown.endsWith(line));
    }
}
