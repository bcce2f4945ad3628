package org.homeline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text file of the repository.
 *
 * @param text as it is; empty for a file that holds no text
 */
record Source(Path path, String text) {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", ".idea", ".settings");

    /** Comments, text blocks, strings and characters, in the order in which they must be tried. */
    private static final Pattern NOT_CODE = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
            Pattern.DOTALL);

    /** All files below the folders, sorted, without what builds and servers leave behind. */
    static List<Source> below(String... folders) {
        return Stream.of(folders)
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(Source::walk)
                .sorted()
                .map(Source::read)
                .toList();
    }

    static List<Source> javaBelow(String... folders) {
        return below(folders).stream()
                .filter(source -> source.path.toString().endsWith(".java"))
                .toList();
    }

    /** The text with comments and literals blanked, every line and column where it was. */
    String code() {
        return NOT_CODE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("[^\\n\"']", " ")));
    }

    /** Where the pattern is found in the code. */
    List<String> inCode(Pattern pattern) {
        return find(code(), pattern);
    }

    List<String> inText(Pattern pattern) {
        return find(text, pattern);
    }

    /** The folder's name as a package, below {@code java}. */
    String folder() {
        return path.resolveSibling("").toString();
    }

    private List<String> find(String in, Pattern pattern) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(in);
        while (matcher.find()) {
            found.add(at(in, matcher.start()) + ": " + matcher.group().strip());
        }
        return found;
    }

    private String at(String in, int position) {
        return path + ":"
                + (1 + in.substring(0, position).chars().filter(c -> c == '\n').count());
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(Source::isOurs).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOurs(Path file) {
        for (var part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Source read(Path file) {
        try {
            return new Source(file.normalize(), Files.readString(file));
        } catch (MalformedInputException noText) {
            return new Source(file.normalize(), "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
