package org.homeline.settlement.reconciliation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Discrepancy.Evidence;
import org.homeline.settlement.reconciliation.Comparison.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What a day's items change among its exceptions. What corrections have moved stays moved: it is held against the gap that the
 * items show now, and what is left of that is an exception of its own, which follows the first.
 */
final class ItemFindings {
    /** How many new ones a journal writes at most; what is beyond is found the next time. */
    private static final int MOST = 500;

    private static final String DIFFERENT_AGAIN = "different again by the bank's later items";
    private static final String VOID = "what was proposed rested on other items";
    private static final String BOOKED_AFTER_ALL = "booked after all, by the bank's later items";

    private final String partner;
    private final LocalDate day;
    private final Instant now;
    private final Map<UUID, Discrepancy> known;
    /** Those of them that no difference was found to be about yet. */
    private final Map<UUID, Discrepancy> unseen;

    /** Those of them that have moved money. */
    private final List<Discrepancy> moved;

    /** What the items show of each that they show, beyond what others have moved for it; in minor units. */
    private final Map<UUID, Long> gaps = new HashMap<>();

    private final List<Discrepancy> fresh = new ArrayList<>();
    private final List<Discrepancy> changed = new ArrayList<>();
    private final Set<String> undecided = new HashSet<>();
    private int before;
    private int agreed;
    private int reopened;

    private ItemFindings(String partner, LocalDate day, Map<UUID, Discrepancy> known, Instant now) {
        this.partner = partner;
        this.day = day;
        this.known = known;
        this.unseen = new HashMap<>(known);
        this.moved = known.values().stream().filter(ItemFindings::hasMoved).toList();
        this.now = now;
    }

    /**
     * What a comparison came to.
     *
     * @param known of the day, and of its instructions in doubt; by id
     */
    static ItemFindings of(
            String partner, LocalDate day, Map<UUID, Discrepancy> known, List<Difference> differences, Instant now) {
        var findings = new ItemFindings(partner, day, known, now);
        differences.forEach(findings::compare);
        findings.contradictReturns();
        findings.closeUnseen();
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
    int reopened() {
        return reopened;
    }

    /** What would have to move for an exception, if it had moved nothing itself; empty where the items do not show it. */
    OptionalLong gap(UUID exception) {
        var gap = gaps.get(exception);
        return gap == null ? OptionalLong.empty() : OptionalLong.of(gap);
    }

    /** Whether anything in the currency waits for a decision. */
    boolean isUndecided(String currency) {
        return undecided.contains(currency);
    }

    private void compare(Difference difference) {
        var id = difference.id(partner, day.toString());
        var first = known.get(id);
        before += first == null ? 0 : 1;
        var instruction = difference.instruction();
        var about = new About(
                difference.kind(),
                difference.currency(),
                difference.rrn(),
                instruction != null ? instruction.id() : first == null ? null : first.instruction());
        var moved = movedFor(id, about.instruction());
        if (moved.isEmpty()) {
            raise(id, about, difference.evidence(), null);
            return;
        }
        long left = gap(difference, first, moved) - sum(moved);
        var evidence = left(difference.evidence().ours(), difference.evidence().theirs(), left);
        for (var one : moved) {
            gaps.put(one.id(), left + sum(List.of(one)));
            stillDifferent(one, evidence, left);
        }
        if (first == null || !hasMoved(first)) {
            raise(id, about, evidence, null);
            return;
        }
        if (left != 0) {
            raiseAfter(id, about, evidence);
        }
    }

    /** An item that was found to undo something earlier goes on meaning that, though nothing more can be undone by it. */
    private static long gap(Difference difference, @Nullable Discrepancy first, List<Discrepancy> moved) {
        var item = difference.item();
        boolean hasUndone =
                (first != null && first.instruction() != null) || moved.stream().anyMatch(ItemFindings::isReturned);
        return item != null && difference.isUndoneLater() && hasUndone
                ? item.undoneMinor()
                : difference.evidence().gapMinor();
    }

    /** What an exception is about. */
    private record About(
            Discrepancy.Kind kind,
            String currency,
            @Nullable String rrn,
            @Nullable UUID instruction) {}

    /** Nothing of what was moved is touched but for what people say of it. */
    private void stillDifferent(Discrepancy moved, Evidence seen, long left) {
        if (unseen.remove(moved.id()) == null) {
            return;
        }
        if (agreed(moved)) {
            // Its gap stays what was booked for it.
            var again = new Evidence(seen.ours(), seen.theirs(), moved.gapMinor(), Correction.SUSPENSE);
            changed.add(moved.shown(again).withdrawn(DIFFERENT_AGAIN, now));
        } else if (moved.isProposed() && left != 0) {
            changed.add(moved.withdrawn(VOID, now));
        }
    }

    /** As the one that already follows it and has moved nothing, or as a new one. */
    private void raiseAfter(UUID first, About about, Evidence evidence) {
        var following = known.values().stream()
                .filter(one -> first.equals(one.follows()))
                .toList();
        var id = following.stream()
                .filter(one -> !hasMoved(one))
                .map(Discrepancy::id)
                .findFirst()
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                        (first + " again " + following.size()).getBytes(StandardCharsets.UTF_8)));
        raise(id, about, evidence, first);
    }

    private void raise(UUID id, About about, Evidence evidence, @Nullable UUID follows) {
        unseen.remove(id);
        gaps.put(id, evidence.gapMinor());
        var found = known.get(id);
        if (found != null && !found.isWithdrawn() && found.evidence().equals(evidence)) {
            if (!found.isDecided()) {
                undecided.add(about.currency());
            }
            return;
        }
        undecided.add(about.currency());
        if (found != null) {
            changed.add(found.about(about.instruction()).shown(evidence));
        } else if (fresh.size() < MOST) {
            var one = Discrepancy.fresh(
                    id,
                    about.kind(),
                    partner,
                    day,
                    about.currency(),
                    about.rrn(),
                    about.instruction(),
                    null,
                    evidence,
                    now);
            fresh.add(follows == null ? one : one.following(follows));
        }
    }

    /** The bank has booked after all what customers were given back for: nobody would look for that, if nobody were told. */
    private void contradictReturns() {
        for (var returned : List.copyOf(unseen.values())) {
            if (isReturned(returned)) {
                var moved = movedFor(returned.id(), returned.instruction());
                moved.forEach(one -> unseen.remove(one.id()));
                long left = -sum(moved);
                if (left != 0) {
                    raiseAfter(
                            returned.id(),
                            new About(returned.what(), returned.currency(), returned.rrn(), returned.instruction()),
                            left("returned " + returned.moves().abs(), BOOKED_AFTER_ALL, left));
                }
            }
        }
    }

    /** Those that these items do not show. */
    private void closeUnseen() {
        for (var one : unseen.values()) {
            if (one.isUndecided() && one.what().isOfItems()) {
                agreed++;
                changed.add(one.withdrawn(Discrepancy.AGREES, now));
            } else if (one.isProposed() && isAccepted(one)) {
                changed.add(one.withdrawn(Discrepancy.AGREES, now));
            } else if (one.isParked()) {
                if (agreed(one) && !one.isWaiting()) {
                    // Whoever decided that it stands all the same saw these items.
                    continue;
                }
                undecided.add(one.currency());
                if (!agreed(one)) {
                    reopened++;
                    changed.add(
                            one.shown(new Evidence(one.ours(), Discrepancy.AGREES, one.gapMinor(), Correction.ACCEPT)));
                }
            }
        }
    }

    private static Evidence left(String ours, String theirs, long left) {
        return new Evidence(ours, theirs, left, left == 0 ? Correction.ACCEPT : Correction.SUSPENSE);
    }

    /** What this day's exceptions have moved for an instruction, or for an item and what follows it. */
    private List<Discrepancy> movedFor(UUID first, @Nullable UUID instruction) {
        return moved.stream()
                .filter(one -> one.id().equals(first)
                        || first.equals(one.follows())
                        || (instruction != null && isFor(instruction, one)))
                .toList();
    }

    /** Of which it is known, or was said when it was returned. */
    private static boolean isFor(UUID instruction, Discrepancy moved) {
        return instruction.equals(moved.instruction()) || (isReturned(moved) && instruction.equals(moved.undone()));
    }

    private static long sum(List<Discrepancy> moved) {
        return moved.stream()
                .mapToLong(one -> isReturned(one) ? one.movesMinor() : one.gapMinor())
                .sum();
    }

    private static boolean hasMoved(Discrepancy one) {
        return one.isParked() || isReturned(one);
    }

    /** Whether the items before showed that it is no longer different. */
    private static boolean agreed(Discrepancy moved) {
        return moved.isParked() && moved.theirs().equals(Discrepancy.AGREES);
    }

    private static boolean isAccepted(Discrepancy one) {
        return one.what().isOfItems()
                && one.booked().filter(Correction.ACCEPT::equals).isPresent();
    }

    private static boolean isReturned(Discrepancy one) {
        return one.what().isOfItems()
                && one.booked().filter(Correction.RETURN::equals).isPresent();
    }
}
