package org.homeline.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;

/** What each kind of account allows and counts as, from {@code chart-of-accounts.yaml}. */
public final class ChartOfAccounts {
    static final String FILE = "chart-of-accounts.yaml";

    /** On which side of the safeguarding rule an account stands. */
    public enum Side {
        /** Money the operator holds for customers at a bank, or has placed with payout partners. */
        ASSET,
        /** What customers and agents are owed on demand, and what the state is owed. */
        OWED,
        /** The operator's own. */
        OWN
    }

    /** @param flags the bits of {@link Flag} */
    record Kind(AccountCode code, int flags, Side side, boolean openedOnUse) {}

    private final Map<AccountCode, Kind> kinds;

    private ChartOfAccounts(Map<AccountCode, Kind> kinds) {
        this.kinds = kinds;
    }

    /** @throws org.homeline.configuration.ConfigurationException where it is not complete */
    public static ChartOfAccounts read(ConfigurationFolder folder) {
        var accounts = folder.read(FILE).only("accounts").get("accounts");
        var kinds = new EnumMap<AccountCode, Kind>(AccountCode.class);
        var problems = new Problems();
        problems.each(accounts.fields().entrySet(), entry -> {
            var code = code(entry.getKey(), entry.getValue());
            kinds.put(code, kind(code, entry.getValue()));
        });
        for (var code : AccountCode.values()) {
            if (!accounts.fields().containsKey(code.label())) {
                problems.add(accounts.problem("the account '" + code.label() + "' is missing: add it"));
            }
        }
        problems.raise();
        return new ChartOfAccounts(kinds);
    }

    /** How many kinds of account there are. */
    public int size() {
        return kinds.size();
    }

    public Side side(AccountCode code) {
        return kind(code).side();
    }

    Kind kind(AccountCode code) {
        return java.util.Objects.requireNonNull(kinds.get(code));
    }

    private static AccountCode code(String label, Node node) {
        return AccountCode.find(label).orElseThrow(() -> node.wrong("no account of this name is used: take it out"));
    }

    private static Kind kind(AccountCode code, Node node) {
        node.only("for", "side", "never-overdrawn", "opened-on-use");
        node.get("for").text();
        int flags = node.find("never-overdrawn").map(Node::flag).orElse(false)
                ? (node.get("side").oneOf(Side.class) == Side.ASSET
                        ? Flag.CREDITS_MUST_NOT_EXCEED_DEBITS.bit()
                        : Flag.DEBITS_MUST_NOT_EXCEED_CREDITS.bit())
                : 0;
        return new Kind(
                code,
                flags,
                node.get("side").oneOf(Side.class),
                node.find("opened-on-use").map(Node::flag).orElse(false));
    }
}
