package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.operation.Success;
import org.homeline.settlement.Conclusion;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.InstructionMessage;
import org.homeline.settlement.InstructionMessages;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Named;
import org.jspecify.annotations.Nullable;

/** For the operator: an instruction or an exception, with every message about it. */
@Singleton
final class ShowException extends Operation<ShowException.Input, ShowException.Reply> {
    /** @param id of either, or the retrieval reference number of either, or the reference that a customer was told */
    @Serdeable
    record Input(String id) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits ShowException.Shown, ShowException.Several, UnknownException {}

    @Serdeable
    record Shown(List<Fact> facts, List<Line> messages) implements Reply, Success {}

    /** More than one has the retrieval reference number: each partner's own numbers begin anew. */
    @Serdeable
    record Several(List<Found> found) implements Reply {}

    /** Enough to tell it from the others. */
    @Serdeable
    record Found(UUID id, String partner) {}

    /** One thing that is known of it, in words. */
    @Serdeable
    record Fact(String what, String known) {}

    /** @param way sent or received */
    @Serdeable
    record Line(Instant at, String way, String message) {}

    private final Instructions instructions;
    private final InstructionMessages messages;
    private final Discrepancies discrepancies;
    private final Conclusion conclusion;
    private final List<Named> named;

    ShowException(
            Instructions instructions,
            InstructionMessages messages,
            Discrepancies discrepancies,
            Conclusion conclusion,
            List<Named> named) {
        super("settlement.show", Input.class, Reply.class);
        this.instructions = instructions;
        this.messages = messages;
        this.discrepancies = discrepancies;
        this.conclusion = conclusion;
        this.named = named;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var id = ExceptionId.read(input.id());
        if (id.isPresent()) {
            return Decision.answer(show(id.get(), attempt));
        }
        var found = referredTo(input.id().strip());
        return Decision.answer(
                switch (found.size()) {
                    case 0 -> new UnknownException();
                    case 1 -> show(found.getFirst().id(), attempt);
                    default -> new Several(found);
                });
    }

    /** Instructions, and what is an exception without one. */
    private List<Found> referredTo(String rrn) {
        var told = Reference.read(rrn).stream()
                .flatMap(reference -> named.stream().flatMap(one -> one.subject(reference).stream()))
                .flatMap(subject -> instructions.of(subject).stream());
        return Stream.concat(
                        Stream.concat(told, instructions.referredTo(rrn).stream())
                                .map(one -> new Found(one.id(), one.partner())),
                        discrepancies.findByRrn(rrn).stream()
                                .filter(one -> one.instruction() == null)
                                .map(one -> new Found(one.id(), one.partner())))
                .toList();
    }

    private Reply show(UUID id, Attempt attempt) {
        var exception = discrepancies.findById(id);
        var instruction = exception
                .flatMap(one -> Optional.ofNullable(one.instruction()))
                .or(() -> Optional.of(id))
                .flatMap(instructions::find);
        var facts = new ArrayList<Fact>();
        instruction.ifPresent(one -> {
            tell(one, facts);
            conclusion.whose(attempt, one).ifPresent(whose -> {
                add(facts, "customer", whose.customer().e164());
                add(facts, "the customer's reference", whose.reference());
            });
        });
        exception.ifPresent(one -> tell(one, facts));
        return facts.isEmpty()
                ? new UnknownException()
                : new Shown(facts, instruction.map(this::lines).orElse(List.of()));
    }

    private List<Line> lines(Instruction instruction) {
        return messages.of(instruction.id()).stream().map(ShowException::line).toList();
    }

    private static Line line(InstructionMessage message) {
        return new Line(message.at(), message.outgoing() ? "sent" : "received", message.text());
    }

    private static void tell(Instruction one, List<Fact> facts) {
        add(facts, "instruction", one.id());
        add(facts, "partner", one.partner());
        add(facts, "what", one.kind() + " of " + one.amount() + ", account *" + one.tail());
        add(facts, "state", one.state());
        add(facts, "business day", one.day());
        add(facts, "trace number", one.stan());
        add(facts, "retrieval reference", one.rrn());
        add(facts, "response code", one.response());
    }

    private static void tell(Discrepancy one, List<Fact> facts) {
        add(facts, "exception", one.id());
        add(facts, "with", one.partner());
        add(facts, "kind", one.kind());
        add(facts, "on", one.day());
        add(facts, "here", one.ours());
        add(facts, "at the bank", one.theirs());
        add(facts, "gap", one.gap());
        add(facts, "speaks for", one.proposal());
        add(facts, "state of the exception", one.state());
        one.booked()
                .map(booked -> "%s, as %s proposed and %s approved"
                        .formatted(booked.label(), one.bookedProposedBy(), one.bookedApprovedBy()))
                .ifPresent(booked -> add(facts, "booked as", booked));
        add(facts, "proposed correction", one.isProposed() ? one.correction() : null);
        add(facts, "moves", one.moves());
        add(facts, "undone", one.undone());
        add(facts, "is left of", one.follows());
        add(facts, "proposed by", one.proposedBy());
        add(facts, "because", one.reason());
        add(facts, "approved by", one.approvedBy());
        add(facts, "and because", one.approval());
    }

    private static void add(List<Fact> facts, String what, @Nullable Object known) {
        if (known != null) {
            facts.add(new Fact(what, known.toString()));
        }
    }
}
