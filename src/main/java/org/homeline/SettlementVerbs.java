package org.homeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeline.OperatorInput.Shape;

/** The commands about banks: those that are an operation each, and those that are more than one. */
final class SettlementVerbs {
    static final String GROUP = "settlement";
    static final String DESCRIPTION =
            "banks: links and net positions, closing days, what does not agree, paying, statements";

    private static final OperatorInput PARTNER = new OperatorInput("partner", Shape.WORD);
    private static final OperatorInput ID = new OperatorInput("id", Shape.WORD);
    private static final OperatorInput AS = new OperatorInput("as", Shape.CHOICE);
    private static final OperatorInput WHY = new OperatorInput("reason", Shape.OPTION);

    private static final OperatorInput GAP = new OperatorInput("gap", Shape.MAYBE_CHOICE);
    private static final OperatorInput INSTRUCTION = new OperatorInput("instruction", Shape.MAYBE_CHOICE);

    private SettlementVerbs() {}

    /** Those that are an operation each. */
    static List<OperatorVerb> all() {
        return List.of(
                OperatorVerb.verb(
                        GROUP,
                        "status",
                        "settlement.status",
                        "show each bank's link, net position and last closed day"),
                OperatorVerb.verb(
                        GROUP,
                        "instructions",
                        "settlement.instructions",
                        "list what banks have not answered for good, oldest first"),
                OperatorVerb.verb(GROUP, "exceptions", "settlement.exceptions", "list what does not agree with banks"),
                OperatorVerb.verb(
                        GROUP,
                        "show",
                        "settlement.show",
                        "show an exception or an instruction with its messages, by id or by its retrieval reference (RRN)",
                        ID),
                OperatorVerb.verb(
                        GROUP,
                        "resolve",
                        "settlement.resolve",
                        "propose how an exception is put right",
                        ID,
                        AS,
                        INSTRUCTION,
                        WHY),
                OperatorVerb.verb(
                        GROUP,
                        "approve",
                        "settlement.approve",
                        "have done what another operator proposed, by another journal",
                        ID,
                        AS,
                        GAP,
                        INSTRUCTION,
                        WHY),
                OperatorVerb.verb(
                        GROUP,
                        "settle",
                        "settlement.settle",
                        "say that a net position was paid, by whoever owed it; another operator approves",
                        PARTNER,
                        new OperatorInput("amount", Shape.MONEY),
                        new OperatorInput("reference", Shape.OPTION)));
    }

    /** By name; they stand beside the others. */
    static Map<String, Object> commands() {
        var commands = new LinkedHashMap<String, Object>();
        commands.put("close-day", new CloseDayCommand());
        commands.put("import", new ImportStatementCommand());
        return commands;
    }
}
