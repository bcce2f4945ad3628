package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.jspecify.annotations.Nullable;

/** Finds the instruction that a bank has undone after it had settled. */
@Singleton
final class Undone {
    private final Instructions instructions;

    Undone(Instructions instructions) {
        this.instructions = instructions;
    }

    /** Whether there is one. */
    sealed interface Found {
        record One(Instruction instruction) implements Found {}

        record None(String why) implements Found {}
    }

    /** @param named its id or retrieval reference number; null where the exception itself is about one */
    Found by(Discrepancy exception, @Nullable String named) {
        if (named == null && exception.instruction() == null && exception.rrn() == null) {
            return new Found.None("say which instruction it was by its id or retrieval reference: --instruction ID");
        }
        return find(exception, named)
                .map(instruction -> fits(exception, instruction))
                .orElseGet(() -> new Found.None(exception.partner() + " has no instruction called "
                        + (named == null ? exception.rrn() : named)));
    }

    private Optional<Instruction> find(Discrepancy exception, @Nullable String named) {
        if (named == null) {
            return Optional.ofNullable(exception.instruction())
                    .flatMap(instructions::find)
                    .or(() -> Optional.ofNullable(exception.rrn()).flatMap(rrn -> referredTo(exception, rrn)));
        }
        return ExceptionId.read(named)
                .flatMap(instructions::find)
                .filter(one -> one.partner().equals(exception.partner()))
                .or(() -> referredTo(exception, named.strip()));
    }

    private Optional<Instruction> referredTo(Discrepancy exception, String rrn) {
        return instructions.referredTo(rrn).stream()
                .filter(one -> one.partner().equals(exception.partner()))
                .findFirst();
    }

    private static Found fits(Discrepancy exception, Instruction instruction) {
        if (!instruction.state().equals(Instruction.SETTLED)) {
            return new Found.None(
                    "the instruction is " + instruction.state() + ": only what has settled can be undone");
        }
        long whole = -instruction.effectMinor();
        boolean isWhole = exception.gapMinor() == whole || (exception.line() == null && exception.gapMinor() == 0);
        if (!isWhole || !instruction.currency().equals(exception.currency())) {
            return new Found.None("the instruction was a %s of %s, and the exception is about %s: that is not all of it"
                    .formatted(instruction.direction().label(), instruction.amount(), exception.gap()));
        }
        return new Found.One(instruction);
    }
}
