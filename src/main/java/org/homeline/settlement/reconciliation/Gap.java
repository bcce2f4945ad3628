package org.homeline.settlement.reconciliation;

import org.homeline.settlement.Discrepancy;
import org.jspecify.annotations.Nullable;

/** What is to move by a correction, as an operator types it: {@code -12.34USD}. */
final class Gap {
    private Gap() {}

    static String say(Discrepancy found) {
        return found.moves().major().toPlainString() + found.currency();
    }

    /** Whether an approval means just this; where nothing moves, nothing has to be said. */
    static boolean isMeant(Discrepancy found, @Nullable String typed) {
        return typed == null ? found.movesMinor() == 0 : typed.replace(" ", "").equalsIgnoreCase(say(found));
    }
}
