package org.homeline.settlement;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.homeline.signing.Keys;

/**
 * What only the partner may read of an instruction: sealed in its row.
 *
 * @param account the account number at the partner
 * @param description what stands on the account's statement; one line
 */
public record Details(String account, String description) {
    byte[] seal(Keys keys, UUID instruction) {
        return keys.seal((account + "\n" + description).getBytes(StandardCharsets.UTF_8), context(instruction));
    }

    /** @throws org.homeline.signing.SealBrokenException where the row was changed or sealed under other keys */
    public static Details open(Keys keys, Instruction instruction) {
        var clear = new String(keys.open(instruction.details(), context(instruction.id())), StandardCharsets.UTF_8);
        int split = clear.indexOf('\n');
        return new Details(clear.substring(0, split), clear.substring(split + 1));
    }

    private static byte[] context(UUID instruction) {
        return ("instruction " + instruction).getBytes(StandardCharsets.UTF_8);
    }

    /** The last four digits of an account number, the part that is shown. */
    public static String tail(String account) {
        return account.substring(Math.max(0, account.length() - 4));
    }

    @Override
    public String toString() {
        return "Details[****]";
    }
}
