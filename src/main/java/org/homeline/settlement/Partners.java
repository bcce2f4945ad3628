package org.homeline.settlement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.customer.Countries;
import org.homeline.iso8583.Dialects;

/** Every bank and switch in {@code gateway-config/iso8583/partners}. */
public final class Partners {
    private static final String FOLDER = "iso8583/partners";
    private static final String ENDING = ".yaml";
    private static final String VARIABLE = "HOMELINE_CONNECT_";

    private final Map<String, Partner> byId;

    private Partners(Map<String, Partner> byId) {
        this.byId = byId;
    }

    /**
     * @param connect by a partner's name, where to connect to in place of what its file says
     * @throws ConfigurationException naming what is wrong in all of them
     */
    public static Partners read(
            ConfigurationFolder folder,
            Dialects dialects,
            Countries countries,
            Function<String, Optional<String>> connect) {
        var reader = new PartnerFile(dialects, countries);
        var byId = new LinkedHashMap<String, Partner>();
        var problems = new Problems();
        problems.each(folder.list(FOLDER, ENDING), file -> {
            var id = file.substring(file.lastIndexOf('/') + 1, file.length() - ENDING.length());
            byId.put(id, reader.read(folder, id, file, connect.apply(id)));
        });
        problems.raise();
        return new Partners(byId);
    }

    /**
     * A variable that says where to connect to and names nobody is a slip: the bank that was meant would stay unconnected, and what
     * is to go there be declined after a while, so no server starts on it.
     *
     * @param variables all that there are
     * @throws ConfigurationException naming those, and what there is
     */
    public void requireKnown(Collection<String> variables) {
        var known = byId.keySet().stream().map(Partners::variable).collect(Collectors.toCollection(TreeSet::new));
        var problems = new Problems();
        variables.stream()
                .filter(name -> name.startsWith(VARIABLE) && !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(new Problem(
                        name,
                        0,
                        "",
                        "no file in " + FOLDER + " is called so: take it away, or write one of "
                                + String.join(", ", known))));
        problems.raise();
    }

    /** The variable that says where to connect to in place of the partner's file. */
    static String variable(String id) {
        return VARIABLE + id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public Optional<Partner> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Where the customer's account can still be used: the bank's file is there, and says that it keeps such accounts. */
    public Optional<Partner> keeping(BankAccount account) {
        return find(account.partner())
                .filter(partner ->
                        partner.currencies().containsKey(account.proof().currency()));
    }

    /** @throws IllegalStateException where its file was taken out although something is under way with it */
    public Partner of(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException(FOLDER + " no longer has " + id + ENDING));
    }

    public Collection<Partner> all() {
        return byId.values();
    }

    /** Those with accounts in a country that take such a thing and that are connected to. */
    public List<Partner> in(String country, Partner.Kind kind) {
        return byId.values().stream()
                .filter(partner -> partner.country().equals(country)
                        && partner.services().containsKey(kind)
                        && partner.address().isPresent())
                .toList();
    }
}
