package org.homeline.gateway.sms;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;

/**
 * {@code sms.yaml}.
 *
 * @param mostPerHour how many texts of a number are answered within an hour
 * @param senders by country (ISO 3166, two letters): a number, a messaging service or a name
 */
public record SmsSettings(long mostPerHour, Map<String, String> senders) {
    private static final String FILE = "sms.yaml";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SENDER =
            Pattern.compile("\\+[1-9][0-9]{6,14}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

    /** @throws org.homeline.configuration.ConfigurationException with everything that is wrong in the file */
    public static SmsSettings read(ConfigurationFolder folder) {
        var file = folder.read(FILE).only("most-per-hour", "senders");
        var problems = new Problems();
        long most = problems.attempt(() -> file.get("most-per-hour").number(1), 0L);
        var senders = new TreeMap<String, String>();
        problems.attempt(() -> problems.each(
                file.get("senders").fields().entrySet(),
                entry -> senders.put(country(entry.getKey(), entry.getValue()), sender(entry.getValue()))));
        problems.raise();
        return new SmsSettings(most, Map.copyOf(senders));
    }

    private static String country(String name, Node node) {
        if (!COUNTRIES.contains(name)) {
            throw node.wrong("name a country of ISO 3166 by its two letters, such as KE");
        }
        return name;
    }

    private static String sender(Node node) {
        if (!SENDER.matcher(node.text()).matches()) {
            throw node.wrong(
                    "write a number such as \"+254712345678\", a messaging service (MG and 32 digits) or a name of"
                            + " at most 11 letters and digits");
        }
        return node.text();
    }
}
