package org.homeline.phone;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The seven-bit default alphabet of GSM 03.38 with its extension table (3GPP TS 23.038, section 6.2.1), and what it
 * means for the length of a screen and the price of a message.
 */
public final class Gsm {
    /** Characters of a USSD screen: 160 octets of seven-bit characters (3GPP TS 23.038, section 5). */
    public static final int SCREEN_SEPTETS = 182;

    private static final int SINGLE_SEPTETS = 160;
    private static final int PART_SEPTETS = 153;
    private static final int SINGLE_UNITS = 70;
    private static final int PART_UNITS = 67;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final Map<Integer, String> FOLDED = Map.ofEntries(
            Map.entry((int) 'ç', "c"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry(0x00A0, " "),
            Map.entry(0x202F, " "),
            Map.entry(0x2009, " "));

    private Gsm() {}

    /** Whether every character is in the alphabet or its extension. */
    public static boolean encodes(String text) {
        return text.codePoints().allMatch(point -> septets(point) > 0);
    }

    /** The text's length in septets, an extension character counting two; -1 where it is outside the alphabet. */
    public static int septets(String text) {
        int total = 0;
        for (int i = 0; i < text.length(); i++) {
            int septets = septets(text.charAt(i));
            if (septets == 0) {
                return -1;
            }
            total += septets;
        }
        return total;
    }

    /**
     * The same text with the letters that the alphabet lacks written with those it has: accents that it does not know are
     * dropped, typographic marks become plain ones. What has no such form (another script) stays.
     */
    public static String fold(String text) {
        if (encodes(text)) {
            return text;
        }
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(point -> folded.append(fold(point)));
        return folded.toString();
    }

    /**
     * The parts in which a text travels as SMS: one of up to 160 septets or 70 UTF-16 units, else parts of 153 or 67. An
     * escape pair and a surrogate pair are never split.
     */
    public static List<String> parts(String text) {
        boolean plain = encodes(text);
        int single = plain ? SINGLE_SEPTETS : SINGLE_UNITS;
        int length = plain ? septets(text) : text.length();
        if (length <= single) {
            return List.of(text);
        }
        int room = plain ? PART_SEPTETS : PART_UNITS;
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int cost = plain ? septets(point) : Character.charCount(point);
            if (used + cost > room) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(point);
            used += cost;
            i += Character.charCount(point);
        }
        parts.add(part.toString());
        return parts;
    }

    private static int septets(int point) {
        return BASIC.indexOf(point) >= 0 ? 1 : EXTENSION.indexOf(point) >= 0 ? 2 : 0;
    }

    private static String fold(int point) {
        if (septets(point) > 0) {
            return Character.toString(point);
        }
        var known = FOLDED.get(point);
        if (known != null) {
            return known;
        }
        var bare = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return encodes(bare) ? bare : Character.toString(point);
    }
}
