package org.homeline.settlement.reconciliation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Discrepancy.Evidence;
import org.homeline.settlement.reconciliation.Comparison.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What a day's items change among its exceptions. What a correction has moved stays what it is; where later items show another
 * gap, what is left of it is an exception of its own.
 */
final class ItemFindings {
    /** How much a journal writes at most; what is beyond it is found the next time. */
    private static final int MOST = 500;

    private static final String AGAIN = "different again by the bank's later items";
    private static final String NO_LONGER = "no longer different by the bank's later items";

    private final String partner;
    private final LocalDate day;
    private final Instant now;
    /** Those that were not met yet. */
    private final Map<UUID, Discrepancy> known;
    /** What corrections of this day's exceptions have moved already, in minor units, by instruction. */
    private final Map<UUID, Long> booked = new HashMap<>();

    private final Set<UUID> different = new HashSet<>();
    private final Set<String> undecided = new HashSet<>();
    private final List<Discrepancy> fresh = new ArrayList<>();
    private final List<Discrepancy> changed = new ArrayList<>();
    private int before;
    private int agreed;
    private int doubted;

    /** @param known of the day, and of its instructions in doubt; by id */
    ItemFindings(String partner, LocalDate day, Map<UUID, Discrepancy> known, Instant now) {
        this.partner = partner;
        this.day = day;
        this.known = new HashMap<>(known);
        this.now = now;
        known.values().stream()
                .filter(one -> one.instruction() != null && hasMoved(one))
                .forEach(one -> booked.merge(Objects.requireNonNull(one.instruction()), moved(one), Long::sum));
    }

    /** What a comparison came to. */
    static ItemFindings of(
            String partner, LocalDate day, Map<UUID, Discrepancy> known, List<Difference> differences, Instant now) {
        var findings = new ItemFindings(partner, day, known, now);
        differences.stream()
                .map(Difference::instruction)
                .filter(Objects::nonNull)
                .forEach(one -> findings.different.add(one.id()));
        differences.forEach(findings::add);
        findings.rest();
        return findings;
    }

    List<Discrepancy> fresh() {
        return fresh;
    }

    /** Known ones that stand otherwise now. */
    List<Discrepancy> changed() {
        return changed;
    }

    /** How many differences were known. */
    int before() {
        return before;
    }

    /** How many are no longer different, or of another kind. */
    int agreed() {
        return agreed;
    }

    /** How many were corrected, and are open again because they agree. */
    int doubted() {
        return doubted;
    }

    /** Whether anything in the currency waits for a decision. */
    boolean isUndecided(String currency) {
        return undecided.contains(currency);
    }

    private void add(Difference difference) {
        var id = difference.id(partner, day.toString());
        var instruction = difference.instruction();
        var first = known.get(id);
        long gap = difference.evidence().gapMinor();
        long moved = instruction == null ? inChain(id) : booked.getOrDefault(instruction.id(), 0L);
        // An instruction that is returned is none any more that this item could undo.
        boolean isReturned = first != null && first.instruction() != null && difference.isUndoneLater();
        long left = isReturned ? 0 : gap - moved;
        var evidence = moved == 0 || isReturned
                ? difference.evidence()
                : left(difference.evidence().ours(), difference.evidence().theirs(), left);
        before += first == null ? 0 : 1;
        var place = place(id, evidence, left);
        if (place.equals(id) || left != 0) {
            put(
                    place,
                    new About(
                            difference.kind(),
                            difference.currency(),
                            difference.rrn(),
                            instruction == null ? null : instruction.id()),
                    evidence);
        }
    }

    /** What an exception is about. */
    private record About(
            Discrepancy.Kind kind,
            String currency,
            @Nullable String rrn,
            @Nullable UUID instruction) {
        static About same(Discrepancy one) {
            return new About(one.what(), one.currency(), one.rrn(), one.instruction());
        }
    }

    /** The first of the chain that has moved nothing: what has is not touched but for what people say of it. */
    private UUID place(UUID id, Evidence seen, long left) {
        int time = 0;
        var place = id;
        for (var found = known.get(place); found != null && hasMoved(found); found = known.get(place)) {
            known.remove(place);
            if (isDoubted(found)) {
                // Its gap stays what was booked for it.
                var again = new Evidence(seen.ours(), seen.theirs(), found.gapMinor(), Correction.SUSPENSE);
                changed.add(found.shown(again).withdrawn(AGAIN, now));
            } else if (found.isProposed() && left != 0) {
                changed.add(withoutProposal(found));
            }
            place = next(id, ++time);
        }
        return place;
    }

    private void put(UUID id, About about, Evidence evidence) {
        var found = known.remove(id);
        if (found != null
                && (found.isDecided() || !found.isWithdrawn())
                && found.evidence().equals(evidence)) {
            if (!found.isDecided()) {
                undecided.add(about.currency());
            }
            return;
        }
        undecided.add(about.currency());
        if (found != null) {
            changed.add(found.shown(evidence));
        } else if (fresh.size() < MOST) {
            fresh.add(Discrepancy.fresh(
                    id,
                    about.kind(),
                    partner,
                    day,
                    about.currency(),
                    about.rrn(),
                    about.instruction(),
                    null,
                    evidence,
                    now));
        }
    }

    /** Those that these items do not show. */
    private void rest() {
        List.copyOf(known.values()).stream()
                .filter(one -> isReturned(one) && !different.contains(one.instruction()))
                .forEach(this::takenBack);
        for (var one : known.values()) {
            boolean isElsewhere = one.instruction() != null && different.contains(one.instruction());
            if (one.isUndecided() && one.what().isOfItems()) {
                agreed++;
                changed.add(one.withdrawn(NO_LONGER, now));
            } else if (isDoubted(one)) {
                if (isElsewhere) {
                    changed.add(one.withdrawn(AGAIN, now));
                }
            } else if (isParked(one)) {
                if (!isElsewhere) {
                    doubted++;
                    undecided.add(one.currency());
                    changed.add(one.shown(new Evidence(one.ours(), NO_LONGER, one.gapMinor(), Correction.ACCEPT)));
                } else if (one.isProposed()) {
                    changed.add(withoutProposal(one));
                }
            }
        }
    }

    /** The bank has booked after all what customers were given back for: nobody would look for that, if nobody were told. */
    private void takenBack(Discrepancy returned) {
        long moved = inChain(returned.id());
        var evidence = left(Correction.RETURN.label() + "ed " + returned.moves().abs(), NO_LONGER, -moved);
        var place = place(returned.id(), evidence, -moved);
        if (moved != 0) {
            put(place, About.same(returned), evidence);
        }
    }

    /** What was proposed of it rested on other items. */
    private static Discrepancy withoutProposal(Discrepancy proposed) {
        return proposed.shown(proposed.evidence());
    }

    private static Evidence left(String ours, String theirs, long left) {
        return new Evidence(ours, theirs, left, left == 0 ? Correction.ACCEPT : Correction.SUSPENSE);
    }

    /** What those have moved that follow each other. */
    private long inChain(UUID id) {
        long sum = 0;
        int time = 0;
        for (var found = known.get(id); found != null && hasMoved(found); found = known.get(next(id, time))) {
            sum += moved(found);
            time++;
        }
        return sum;
    }

    private static UUID next(UUID id, int time) {
        return UUID.nameUUIDFromBytes((id + " again " + time).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasMoved(Discrepancy one) {
        return isParked(one) || isReturned(one);
    }

    private static long moved(Discrepancy one) {
        return isReturned(one) && one.instruction() != null ? one.movesMinor() : one.gapMinor();
    }

    private static boolean isReturned(Discrepancy one) {
        return one.what().isOfItems()
                && one.booked().filter(Correction.RETURN::equals).isPresent();
    }

    private static boolean isParked(Discrepancy one) {
        return one.what().isOfItems()
                && one.booked()
                        .filter(booked -> booked == Correction.WRITE_OFF || booked == Correction.SUSPENSE)
                        .isPresent();
    }

    /** Corrected, and open again only because items showed it to agree. */
    private static boolean isDoubted(Discrepancy one) {
        return isParked(one) && one.isWaiting() && one.theirs().equals(NO_LONGER);
    }
}
