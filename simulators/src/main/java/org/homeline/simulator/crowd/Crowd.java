package org.homeline.simulator.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.homeline.simulator.crowd.Dialogue.EndedException;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;

/** The people and their agents, and what they share. */
final class Crowd {
    /** Kenyan numbers of one series; a seed takes its own part of it. */
    private static final int FIRST_NUMBER = 710_000_000;

    private static final int NUMBERS = 19_000_000;
    private static final List<String> PINS = List.of("4826", "7302", "5093", "8264", "6174", "3951");

    private final Carrier carrier;
    private final String code;
    private final Tally tally;
    private final Budget budget;
    private final List<Till> tills = new ArrayList<>();
    private final List<String> registered = new CopyOnWriteArrayList<>();

    Crowd(Carrier carrier, String code, Tally tally, Budget budget) {
        this.carrier = carrier;
        this.code = code;
        this.tally = tally;
        this.budget = budget;
    }

    /** Whether there is such an agent, whose till then is the crowd's. */
    boolean opens(String agent, String pin) {
        var till = new Till(new Phone(agent, carrier), pin, code, tally, budget);
        try {
            if (till.open()) {
                tills.add(till);
                return true;
            }
        } catch (EndedException ended) {
            return false;
        }
        return false;
    }

    /** Lets them all live at once; returns when the last is done. */
    void live(int people, long seed) throws InterruptedException {
        var seeds = new SplittableRandom(seed);
        int first = FIRST_NUMBER + seeds.nextInt(NUMBERS);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < people; i++) {
            var own = seeds.split();
            var phone = new Phone("+254" + (first + i), carrier);
            var pin = PINS.stream()
                    .filter(digits -> !phone.number().contains(digits))
                    .findFirst()
                    .orElseThrow();
            var person = new Person(phone, pin, own, this);
            threads.add(Thread.ofVirtual().name("person-" + i).start(person::live));
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    String code() {
        return code;
    }

    Tally tally() {
        return tally;
    }

    Budget budget() {
        return budget;
    }

    boolean hasTills() {
        return !tills.isEmpty();
    }

    Till till(RandomGenerator random) {
        return tills.get(random.nextInt(tills.size()));
    }

    void registered(String number) {
        registered.add(number);
    }

    /** Anybody else who has registered. */
    Optional<String> somebodyBut(String number, RandomGenerator random) {
        var others = registered.stream().filter(other -> !other.equals(number)).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }
}
