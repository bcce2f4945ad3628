package org.homeline.iso8583;

/** How much of a field a log may show. */
enum Mask {
    /** All of it. */
    NONE {
        @Override
        String of(String text) {
            return text;
        }
    },
    /** Of a card's or account's number the first six and the last four digits (PCI DSS 3.4.1), where it has more than ten. */
    PAN {
        @Override
        String of(String text) {
            return text.length() <= 12
                    ? TAIL.of(text)
                    : text.substring(0, 6) + "*".repeat(text.length() - 10) + text.substring(text.length() - 4);
        }
    },
    /** The last four characters of more than four. */
    TAIL {
        @Override
        String of(String text) {
            return text.length() <= 4
                    ? WHOLE.of(text)
                    : "*".repeat(text.length() - 4) + text.substring(text.length() - 4);
        }
    },
    /** Nothing, not even how long it is. */
    WHOLE {
        @Override
        String of(String text) {
            return "****";
        }
    };

    abstract String of(String text);
}
