package org.homeline.simulator.bank;

import java.util.Optional;

/**
 * How the bank answers an instruction.
 *
 * @param code field 39
 * @param approval field 38, where it is approved
 */
record Decision(String code, Optional<String> approval) {
    static final String APPROVED = "00";
    static final String INVALID = "12";
    static final String NO_ACCOUNT = "14";
    static final String FORMAT = "30";
    static final String NOT_ENOUGH = "51";
    static final String NOT_PERMITTED = "57";
    static final String CLOSED = "62";
    static final String SECURITY = "63";
    static final String NOT_SIGNED_ON = "91";
    static final String DUPLICATE = "94";

    static Decision declined(String code) {
        return new Decision(code, Optional.empty());
    }

    boolean isApproved() {
        return code.equals(APPROVED);
    }
}
