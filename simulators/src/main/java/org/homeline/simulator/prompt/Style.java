package org.homeline.simulator.prompt;

/** Colours of a terminal (ECMA-48 SGR), for whoever has one. */
public enum Style {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text in this style where there is colour. */
    public String of(String text, boolean colour) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
