package org.homeline.ledger;

import java.util.Locale;

/** Why money moved. The number is what the database and the canonical bytes hold: never reuse one. */
public enum TransferCode {
    OPENING(1),
    FLOAT(2),
    CASH_IN(3),
    CASH_OUT(4),
    COMMISSION(5),
    SEND(6),
    FEE(7),
    TAX(8),
    EXCHANGE(9),
    DELIVER(10),
    CLAIM(11),
    REFUND(12),
    TREASURY(13),
    CORRECTION(14),
    BANK_IN(15),
    BANK_OUT(16),
    SETTLE(17);

    private final int number;

    TransferCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static TransferCode of(int number) {
        for (var code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalStateException("no transfer code " + number);
    }
}
