// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Counts the tests of several runs from their XML reports: surefire's, those of the tests inside Felix (folder
 * test-reports), those of the tests with real cameras (folder lab-reports), and the steps in the distributions of Felix and
 * Karaf and of the examples (folder live-reports). Run by .ci/run: java TestReports.java RUN...
 *
 * <p>Prints what was skipped, the counts of each run, what failed and why, and as its last line "N passed, N failed": whoever sees
 * only the end of the log sees what failed. Status 1 when a test failed, a report is broken, or a run has no unit test or no test
 * inside Felix.
 */
final class TestReports {
    private static final int TOLD_LINES = 12;
    private static final int TOLD_LENGTH = 1200;

    private final List<String> failures = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int passed;
    private int failed;

    private TestReports() {}

    public static void main(String[] runs) throws IOException {
        TestReports reports = new TestReports();
        for (String run : runs) {
            reports.read(Path.of(run));
        }
        reports.failures.forEach(System.out::println);
        reports.complaints.forEach(System.out::println);
        System.out.println(reports.passed + " passed, " + reports.failed + " failed");
        System.exit(reports.complaints.isEmpty() && reports.failed == 0 && reports.passed > 0 ? 0 : 1);
    }

    private void read(Path run) throws IOException {
        int passedBefore = passed;
        int failedBefore = failed;
        int unit = 0;
        int inFelix = 0;
        int withCameras = 0;
        int steps = 0;
        for (Path file : files(run)) {
            int count = count(run, file);
            if (file.toString().contains("/test-reports/")) {
                inFelix += count;
            } else if (file.toString().contains("/lab-reports/")) {
                withCameras += count;
            } else if (file.toString().contains("/live-reports/")) {
                steps += count;
            } else {
                unit += count;
            }
        }
        System.out.printf(
                "%s: %d passed, %d failed; %d unit tests, %d tests inside Felix, %d with real cameras, %d steps in Felix, Karaf and examples%n",
                run.getFileName(), passed - passedBefore, failed - failedBefore, unit, inFelix, withCameras, steps);
        if (unit == 0) {
            complaints.add(run.getFileName() + ": no unit test ran");
        }
        if (inFelix == 0) {
            complaints.add(run.getFileName() + ": no test ran inside Felix");
        }
    }

    private static List<Path> files(Path run) throws IOException {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    /** Answers how many tests of the report were run, skipped ones left out. */
    private int count(Path run, Path file) throws IOException {
        NodeList cases;
        try {
            cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
        } catch (SAXException | ParserConfigurationException e) {
            complaints.add(file + " is not a report: " + e.getMessage());
            return 0;
        }
        int ran = 0;
        List<String> skipped = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = run.getFileName() + ": " + test.getAttribute("classname") + "." + test.getAttribute("name");
            if (has(test, "skipped")) {
                skipped.add(test.getAttribute("name"));
                continue;
            }
            ran++;
            if (has(test, "failure") || has(test, "error")) {
                failed++;
                failures.add("FAILED " + name + reason(test));
            } else {
                passed++;
            }
        }
        if (!skipped.isEmpty()) {
            String suite = file.getFileName().toString().replaceAll("^TEST-|\\.xml$", "");
            System.out.println("SKIPPED " + run.getFileName() + ": " + suite + ": " + String.join(", ", skipped));
        }
        return ran;
    }

    /** The beginning of what a test that failed says, indented. */
    private static String reason(Element test) {
        return Stream.of("failure", "error")
                .flatMap(kind -> Stream.ofNullable((Element) test.getElementsByTagName(kind).item(0)))
                .map(told -> told.getTextContent().isBlank() ? told.getAttribute("message") : told.getTextContent())
                .flatMap(text -> text.strip().substring(0, Math.min(text.strip().length(), TOLD_LENGTH)).lines())
                .limit(TOLD_LINES)
                .map(line -> System.lineSeparator() + "    " + line.strip())
                .collect(Collectors.joining());
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }
}
