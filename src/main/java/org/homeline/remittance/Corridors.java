package org.homeline.remittance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problems;
import org.homeline.customer.Countries;
import org.homeline.customer.Destinations;
import org.homeline.fx.Rates;

/** The corridors that the operator offers, one file each in {@code gateway-config/corridors}. */
public final class Corridors implements Destinations {
    private static final String FOLDER = "corridors";

    private final List<Corridor> corridors;

    private Corridors(List<Corridor> corridors) {
        this.corridors = corridors;
    }

    /**
     * @param rates of now, of which a corridor cuts the last decimals
     * @throws org.homeline.configuration.ConfigurationException where a file can't be used, naming all that is wrong
     */
    public static Corridors read(ConfigurationFolder folder, Countries countries, Rates rates) {
        var corridors = new ArrayList<Corridor>();
        var ways = new HashSet<String>();
        var problems = new Problems();
        problems.each(folder.list(FOLDER, ".yaml"), name -> {
            var file = folder.read(name);
            var own = new Problems();
            var corridor = own.attempt(() -> new CorridorFile(file, own, rates).read());
            own.raise();
            var read = java.util.Objects.requireNonNull(corridor);
            if (!ways.add(read.from() + read.to())) {
                throw file.get("from").wrong("another file has the corridor from " + read.from() + " to " + read.to());
            }
            checkCountry(countries, file, "from", read.from(), "send", read.send());
            checkCountry(countries, file, "to", read.to(), "receive", read.receive());
            corridors.add(read);
        });
        problems.raise();
        return new Corridors(corridors);
    }

    Optional<Corridor> find(String from, String to) {
        return corridors.stream()
                .filter(corridor ->
                        corridor.from().equals(from) && corridor.to().equals(to))
                .findFirst();
    }

    public int size() {
        return corridors.size();
    }

    List<Corridor> all() {
        return corridors;
    }

    @Override
    public List<String> from(String country) {
        return corridors.stream()
                .filter(corridor -> corridor.from().equals(country))
                .map(Corridor::to)
                .toList();
    }

    private static void checkCountry(
            Countries countries,
            org.homeline.configuration.Node file,
            String countryField,
            String country,
            String currencyField,
            org.joda.money.CurrencyUnit currency) {
        var known = countries.find(country);
        if (known.isEmpty()) {
            throw file.get(countryField).wrong("is not in countries.yaml: add the country there first");
        }
        if (!known.get().currency().equals(currency)) {
            throw file.get(currencyField)
                    .wrong("wallets in " + country + " are in " + known.get().currency() + ": write that");
        }
    }
}
