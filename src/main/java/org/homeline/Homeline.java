package org.homeline;

/** The program's entry. */
public final class Homeline {
    private Homeline() {}

    public static void main(String[] arguments) {
        System.out.println("Homeline " + arguments.length);
    }
}
