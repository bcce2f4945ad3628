package org.homeline.settlement.reconciliation;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.homeline.money.Money;

/**
 * Reads a bank-to-customer statement of ISO 20022 ({@code camt.053.001}, any version): {@code BkToCstmrStmt/Stmt/Ntry}. Without
 * document types and entities, so that a file can't name others.
 */
final class Camt053 {
    private static final String STATEMENT = "Document/BkToCstmrStmt/Stmt";
    private static final String ENTRY = STATEMENT + "/Ntry";
    private static final String NO_REFERENCE = "NOTPROVIDED";
    private static final int DEEPEST = 32;
    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST = 1_000;

    private final XMLStreamReader reader;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<StatementLine> lines = new ArrayList<>();
    /** The present entry's texts by their path within it; of one that comes again the first. */
    private final Map<String, String> entry = new HashMap<>();

    /** How many entries of the present statement say the same. */
    private final Map<List<String>, Integer> alike = new HashMap<>();

    private final StringBuilder text = new StringBuilder();
    private String statement = "";
    private int statements;
    private int entries;

    private Camt053(XMLStreamReader reader) {
        this.reader = reader;
    }

    static List<StatementLine> read(String xml) throws UnreadableFileException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader =
                    factory.createXMLStreamReader(new StringReader(xml.startsWith("\uFEFF") ? xml.substring(1) : xml));
            try {
                return new Camt053(reader).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException wrong) {
            var at = wrong.getLocation();
            throw new UnreadableFileException(
                    "line " + (at == null ? "?" : at.getLineNumber()) + ": is no XML that can be read", wrong);
        }
    }

    private List<StatementLine> read() throws XMLStreamException, UnreadableFileException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw UnreadableFileException.at(
                            line(), "has a document type or an entity, which no statement has");
                default -> {}
            }
        }
        if (statements == 0) {
            throw new UnreadableFileException("is no camt.053 statement: it has no BkToCstmrStmt with a Stmt");
        }
        return lines;
    }

    private void begin() throws UnreadableFileException {
        path.addLast(reader.getLocalName());
        if (path.size() > DEEPEST) {
            throw UnreadableFileException.at(line(), "is nested deeper than any statement");
        }
        text.setLength(0);
        var here = String.join("/", path);
        if (here.equals(STATEMENT)) {
            statements++;
            statement = "";
            entries = 0;
            alike.clear();
        } else if (here.equals(ENTRY)) {
            entry.clear();
            entries++;
        } else if (here.equals(ENTRY + "/Amt")) {
            var currency = reader.getAttributeValue(null, "Ccy");
            entry.put("Ccy", currency == null ? "" : currency);
        }
    }

    private void end() throws UnreadableFileException {
        var here = String.join("/", path);
        path.removeLast();
        var content = text.toString().strip();
        text.setLength(0);
        if (here.equals(STATEMENT + "/Id")) {
            statement = content;
        } else if (here.equals(ENTRY)) {
            finish();
        } else if (here.startsWith(ENTRY + "/") && !content.isEmpty() && content.length() <= LONGEST) {
            entry.putIfAbsent(here.substring(ENTRY.length() + 1), content);
        }
    }

    private void finish() throws UnreadableFileException {
        if (lines.size() == MOST_ENTRIES) {
            throw new UnreadableFileException("has more than " + MOST_ENTRIES + " entries");
        }
        if (statement.isEmpty()) {
            throw UnreadableFileException.at(line(), "has a statement without an Id");
        }
        var status = first("BOOK", "Sts/Cd", "Sts");
        if (!status.equals("BOOK")) {
            return;
        }
        var amount = StatementFile.amount(line(), first("", "Amt"), first("", "Ccy"));
        var remittance = first("", "NtryDtls/TxDtls/RmtInf/Ustrd", "AddtlNtryInf");
        var booked = StatementFile.date(line(), first("", "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"));
        boolean in = isCredit();
        lines.add(StatementLine.of(
                statement, name(booked, amount, in), booked, amount, in, reference(remittance), remittance));
    }

    /**
     * What the entry is known by. A bank's reference alone does not do: it may stand at each entry of a batch, or at an entry
     * and its reversal.
     */
    private String name(LocalDate booked, Money amount, boolean in) {
        var reference = first("number " + entries, "AcctSvcrRef", "NtryRef");
        return StatementFile.name(List.of(reference, booked.toString(), amount.toString(), in ? "in" : "out"), alike);
    }

    /** The direction as it is: a reversal ({@code RvslInd}) says its own. */
    private boolean isCredit() throws UnreadableFileException {
        return switch (first("", "CdtDbtInd")) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default ->
                throw UnreadableFileException.at(line(), "has an entry whose CdtDbtInd is neither CRDT nor DBIT");
        };
    }

    private String reference(String remittance) {
        var endToEnd = first("", "NtryDtls/TxDtls/Refs/EndToEndId");
        return endToEnd.isEmpty() || endToEnd.equals(NO_REFERENCE)
                ? first(remittance, "NtryRef", "AcctSvcrRef")
                : endToEnd;
    }

    private String first(String otherwise, String... names) {
        for (var name : names) {
            var found = entry.get(name);
            if (found != null) {
                return found;
            }
        }
        return otherwise;
    }

    private int line() {
        return reader.getLocation().getLineNumber();
    }
}
