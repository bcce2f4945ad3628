package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeline.database.Transactions;

/** What was sent and received for instructions, for whoever has to find out what happened. */
@Singleton
public final class InstructionMessages {
    /** An advice that is repeated for days has more, all alike. */
    private static final int MOST = 200;

    private final Transactions transactions;

    InstructionMessages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In order; where there are too many, the last ones. */
    public List<InstructionMessage> of(UUID instruction) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select instruction, at, outgoing, text"
                    + " from instruction_message where instruction = ? order by at desc limit ?")) {
                select.setObject(1, instruction);
                select.setInt(2, MOST);
                var found = new ArrayList<InstructionMessage>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new InstructionMessage(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getBoolean(3),
                                row.getString(4)));
                    }
                }
                return found.reversed();
            }
        });
    }
}
