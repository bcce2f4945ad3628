package org.homeline.settlement.reconciliation;

import java.util.regex.Pattern;

/**
 * Who is behind an operator's name: of {@code root (ann)}, who became another user by sudo, it is {@code ann}. On one machine
 * a name is as good as the machine's accounts are: four eyes need two people who each have an account of their own, and
 * neither the other's password nor a way to act as the other.
 */
record Person(String name) {
    private static final Pattern BEHIND = Pattern.compile(".*\\(([^()]+)\\)\\s*");

    static Person behind(String operator) {
        var behind = BEHIND.matcher(operator);
        return new Person((behind.matches() ? behind.group(1) : operator).strip());
    }
}
