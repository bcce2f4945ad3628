package org.homeline.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Which package lives on which floor. This table is the house's plan: whoever moves a wall moves it here, and says why. */
final class Floors {
    static final String HOUSE = "org.homeline";
    static final String SIMULATORS = "org.homeline.simulator";
    private static final int ROOF = 10;

    private static final String PLAN = """
            9  gateway gateway.sms gateway.ussd gateway.web terminal console api
            8  conversation
            7  remittance banking savings loans insurance circles bonds
            6  agent settlement compliance product
            5  customer fx
            4  operation
            3  ledger
            2  outbox transparency iso8583
            1  language signing
            0  money phone time database configuration
            """;

    private final Map<String, Integer> floors = new LinkedHashMap<>();

    Floors() {
        PLAN.lines().forEach(line -> {
            var words = line.strip().split("\\s+");
            for (int i = 1; i < words.length; i++) {
                floors.put(HOUSE + "." + words[i], Integer.valueOf(words[0]));
            }
        });
    }

    /** The floor of a package or of the package in the plan that it is a part of; empty where nobody planned it. */
    OptionalInt of(String packageName) {
        if (packageName.equals(HOUSE)) {
            return OptionalInt.of(ROOF);
        }
        return floors.entrySet().stream()
                .filter(planned -> isWithin(packageName, planned.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether one package may import the other: from below, from its own parent, the simulators for the roof alone. */
    boolean mayImport(String importer, String imported) {
        if (importer.equals(imported) || (isWithin(importer, imported) && !imported.equals(HOUSE))) {
            return true;
        }
        if (isWithin(imported, SIMULATORS)) {
            return importer.equals(HOUSE) || isWithin(importer, SIMULATORS);
        }
        if (isWithin(importer, SIMULATORS)) {
            return false;
        }
        var from = of(importer);
        var to = of(imported);
        return from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt();
    }

    static boolean isWithin(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
