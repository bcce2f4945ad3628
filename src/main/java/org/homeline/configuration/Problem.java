package org.homeline.configuration;

/**
 * One thing wrong in the configuration, said so that it can be mended.
 *
 * @param file the file's name below the configuration folder, or the name of a variable of the environment
 * @param line from 1; 0 where the whole file is meant
 * @param field the path of the field ({@code steps[2].fee}), empty for the whole file
 * @param mend what is wrong and what to write instead
 */
public record Problem(String file, int line, String field, String mend) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (field.isEmpty() ? "" : ": " + field) + ": " + mend;
    }
}
