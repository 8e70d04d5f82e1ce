// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process can leave behind, at one moment: threads, open file descriptors (of Linux; elsewhere none), files in the
 * directories for temporary files and for unpacked natives; each by name, with how many there are. Immutable.
 */
record Leftovers(
        Map<String, Long> threads,
        Map<String, Long> descriptors,
        Map<String, Long> temporary,
        Map<String, Long> natives) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Pattern POOLS_OF_OTHERS =
            Pattern.compile("FelixResolver-|ForkJoinPool\\.commonPool-|EventAdmin(Async)?Thread #|hc-thread-");

    static Leftovers now() {
        return new Leftovers(
                namesOfThreads(), openDescriptors(), files("java.io.tmpdir"), files("org.bytedeco.javacpp.cachedir"));
    }

    /**
     * Without those of the pools of Felix's resolver and of the JVM: there are only so many as processors, and they idle for a
     * minute; nor those of Event Admin and of the health checks, of which there come to be so many as are configured. Those of Config Admin say in parentheses what they are doing, which is no part of the name.
     */
    private static Map<String, Long> namesOfThreads() {
        return counted(Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceFirst(" \\(.*", ""))
                .filter(name -> !POOLS_OF_OTHERS.matcher(name).lookingAt()));
    }

    /** What the descriptors stand for; sockets and pipes without their number. */
    private static Map<String, Long> openDescriptors() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return Map.of();
        }
        List<String> targets = new ArrayList<>();
        for (Path descriptor : list(DESCRIPTORS)) {
            try {
                targets.add(Files.readSymbolicLink(descriptor).toString());
            } catch (IOException closed) {
                // the one that listed the directory, or another that was closed meanwhile
            }
        }
        return counted(targets.stream());
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> files(String property) {
        Path directory = Path.of(System.getProperty(property));
        if (!Files.isDirectory(directory)) {
            return Map.of();
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            return counted(inside.map(file -> directory.relativize(file).toString()));
        } catch (UncheckedIOException deletedMeanwhile) {
            return files(property);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names that differ by their numbers only are one: a thread or a directory that took the place of another is none more. */
    private static Map<String, Long> counted(Stream<String> names) {
        return names.collect(
                Collectors.groupingBy(name -> name.replaceAll("[0-9]+", "#"), TreeMap::new, Collectors.counting()));
    }

    /** How many there are of all names. */
    static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is there now and was not there before, in words; empty if there is nothing. */
    List<String> since(Leftovers before) {
        List<String> left = new ArrayList<>();
        more("thread", threads, before.threads, left);
        more("descriptor of", descriptors, before.descriptors, left);
        more("temporary file", temporary, before.temporary, left);
        more("file in the cache of natives", natives, before.natives, left);
        return left;
    }

    private static void more(String what, Map<String, Long> now, Map<String, Long> before, List<String> left) {
        now.forEach((name, count) -> {
            long more = count - before.getOrDefault(name, 0L);
            if (more > 0) {
                left.add(more + " more: " + what + " " + name);
            }
        });
    }
}
