package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeline.operation.Reference;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Named;
import org.homeline.settlement.reconciliation.Comparison.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instruction that a bank has undone after it had settled: all of it, as the exception shows it, and once. What an
 * exception is about, it says itself; a line of a statement, and an item that the bank gave a reference of its own, are told.
 */
@Singleton
final class Undone {
    private final Instructions instructions;
    private final Discrepancies discrepancies;
    private final BankItems items;
    private final List<Named> names;

    Undone(Instructions instructions, Discrepancies discrepancies, BankItems items, List<Named> names) {
        this.instructions = instructions;
        this.discrepancies = discrepancies;
        this.items = items;
        this.names = names;
    }

    /** Whether there is one. */
    sealed interface Found {
        record One(Instruction instruction) implements Found {}

        record None(String why) implements Found {}
    }

    /** @param named its id, retrieval reference number or customer's reference; null where the exception itself says it */
    Found by(Discrepancy exception, @Nullable String named) {
        var own = Optional.ofNullable(exception.instruction()).flatMap(instructions::find);
        if (named == null && own.isEmpty()) {
            return new Found.None("say which instruction it was by its id or retrieval reference: --instruction ID");
        }
        var meant = named == null ? own : find(exception, named);
        if (meant.isEmpty()) {
            return new Found.None(exception.partner() + " has no instruction called " + named);
        }
        if (own.isPresent() && !own.get().id().equals(meant.get().id())) {
            return new Found.None(
                    "it is about another instruction: " + own.get().id());
        }
        return fits(exception, meant.get());
    }

    private Optional<Instruction> find(Discrepancy exception, String named) {
        return ExceptionId.read(named).flatMap(instructions::find).stream()
                .filter(one -> one.partner().equals(exception.partner()))
                .findFirst()
                .or(() -> Stream.concat(instructions.referredTo(named.strip()).stream(), told(named))
                        .filter(one -> one.partner().equals(exception.partner()))
                        .findFirst());
    }

    /** By the reference that its customer was told. */
    private Stream<Instruction> told(String named) {
        return Reference.read(named).stream()
                .flatMap(reference -> names.stream().flatMap(one -> one.subject(reference).stream()))
                .flatMap(subject -> instructions.of(subject).stream());
    }

    private Found fits(Discrepancy exception, Instruction instruction) {
        if (!instruction.state().equals(Instruction.SETTLED)) {
            return new Found.None(over(instruction));
        }
        if (exception.theirs().equals(Discrepancy.AGREES)) {
            return new Found.None("the bank's later items show it as it was before: it has not undone it");
        }
        if (exception.follows() != null && exception.instruction() == null) {
            return new Found.None("it is what is left of a correction: that is for suspense or write-off");
        }
        var corrected = corrected(exception, instruction);
        if (corrected.isPresent()) {
            return new Found.None(corrected.get());
        }
        var reversals = reversals(exception);
        var other = bearing(exception, reversals).filter(one -> !one.id().equals(instruction.id()));
        if (other.isPresent()) {
            return new Found.None("the bank's item bears the retrieval reference of another instruction: "
                    + other.get().id());
        }
        if (!isWhole(exception, instruction, reversals)) {
            return new Found.None("the instruction was a %s of %s, and the exception is about %s: that is not all of it"
                    .formatted(instruction.direction().label(), instruction.amount(), about(exception)));
        }
        return new Found.One(instruction);
    }

    /** What to say of one that has not settled, or is returned by now. */
    static String over(Instruction instruction) {
        return "the instruction is " + instruction.state() + ": only what has settled can be undone"
                + (instruction.state().equals(Instruction.RETURNED)
                        ? ". Accept this one where it shows the same again"
                        : "");
    }

    /** Where another exception has moved money for the instruction already: what to say of it. */
    Optional<String> corrected(Discrepancy exception, Instruction instruction) {
        return discrepancies.findAbout(instruction.id()).stream()
                .filter(other -> !other.id().equals(exception.id()) && isMoving(other))
                .findFirst()
                .map(other -> "it is corrected already, as %s by the exception %s: resolve that one"
                        .formatted(other.bookedAs(), other.id()));
    }

    /**
     * Where money was moved for the instruction because of another day's items, or a statement's line: what to say of it. What this day's have moved, its
     * own gap takes account of.
     */
    Optional<String> elsewhere(Discrepancy exception, Instruction instruction) {
        var others = discrepancies.findAbout(instruction.id()).stream()
                .filter(other -> !other.what().isOfItems() || !other.day().equals(exception.day()))
                .toList();
        return others.stream()
                .filter(other -> other.what().isOfItems() && isMoving(other))
                .findFirst()
                .map(other ->
                        "it is corrected already, as %s by the exception %s: resolve that one otherwise, or accept this one"
                                .formatted(other.bookedAs(), other.id()))
                .or(() -> others.stream()
                        .filter(other ->
                                other.booked().filter(Correction.RETURN::equals).isPresent())
                        .findFirst()
                        .map(other -> "it was returned by the exception %s: accept this one".formatted(other.id())));
    }

    /** A gap of nothing fits only the item of a bank that has undone just this much, on a day without the instruction. */
    private static boolean isWhole(Discrepancy exception, Instruction instruction, List<BankItem> reversals) {
        return isItemAlone(exception)
                ? isAmong(reversals, instruction)
                : instruction.currency().equals(exception.currency())
                        && exception.gapMinor() == -instruction.effectMinor();
    }

    /** Of which it is not known which instruction it undoes. */
    private static boolean isItemAlone(Discrepancy exception) {
        return exception.what() == Discrepancy.Kind.UNKNOWN_TO_US
                && exception.instruction() == null
                && exception.follows() == null;
    }

    /** The item that the exception is about, where that is not known to undo any instruction. */
    private List<BankItem> reversals(Discrepancy exception) {
        return isItemAlone(exception)
                ? items.of(exception.partner(), exception.day()).stream()
                        .filter(item -> !item.isBooked()
                                && Difference.idOf(item, exception).equals(exception.id()))
                        .toList()
                : List.of();
    }

    /** The instruction whose retrieval reference number they bear, where they could undo that. */
    private Optional<Instruction> bearing(Discrepancy exception, List<BankItem> reversals) {
        return reversals.isEmpty()
                ? Optional.empty()
                : instructions.referredTo(reversals.getFirst().rrn()).stream()
                        .filter(one -> one.partner().equals(exception.partner()) && isAmong(reversals, one))
                        .findFirst();
    }

    private static boolean isAmong(List<BankItem> reversals, Instruction instruction) {
        return reversals.stream()
                .anyMatch(item -> item.kind().equals(instruction.kind())
                        && item.minor() == instruction.minor()
                        && item.currency().equals(instruction.currency())
                        && (item.tail().isEmpty() || item.tail().equals(instruction.tail())));
    }

    private static String about(Discrepancy exception) {
        return exception.what() == Discrepancy.Kind.UNKNOWN_TO_US
                ? exception.theirs()
                : exception.gap().toString();
    }

    private static boolean isMoving(Discrepancy other) {
        return other.booked()
                .filter(booked -> booked == Correction.SUSPENSE || booked == Correction.WRITE_OFF)
                .isPresent();
    }
}
