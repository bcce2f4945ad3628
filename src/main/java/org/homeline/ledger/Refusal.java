package org.homeline.ledger;

/**
 * Why a transfer is refused: a closed list in the order in which it is checked, so that where several apply the first is
 * the answer. The order is that of TigerBeetle's create_transfers; the package's description says where the list differs.
 */
public enum Refusal {
    /** A transfer with this id exists and is of another kind. */
    EXISTS_WITH_DIFFERENT_FLAGS,
    EXISTS_WITH_DIFFERENT_PENDING_ID,
    EXISTS_WITH_DIFFERENT_TIMEOUT,
    EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID,
    EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID,
    EXISTS_WITH_DIFFERENT_AMOUNT,
    EXISTS_WITH_DIFFERENT_CURRENCY,
    EXISTS_WITH_DIFFERENT_CODE,
    /** The very same transfer exists: its journal had another key. */
    EXISTS,
    AMOUNT_MUST_NOT_BE_NEGATIVE,
    ACCOUNTS_MUST_BE_DIFFERENT,
    PENDING_ID_MUST_BE_DIFFERENT,
    DEBIT_ACCOUNT_NOT_FOUND,
    CREDIT_ACCOUNT_NOT_FOUND,
    ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY,
    TRANSFER_MUST_HAVE_THE_SAME_CURRENCY_AS_ACCOUNTS,
    PENDING_TRANSFER_NOT_FOUND,
    PENDING_TRANSFER_NOT_PENDING,
    PENDING_TRANSFER_HAS_DIFFERENT_CURRENCY,
    EXCEEDS_PENDING_TRANSFER_AMOUNT,
    PENDING_TRANSFER_ALREADY_POSTED,
    PENDING_TRANSFER_ALREADY_VOIDED,
    /** Its time-out has passed: it can only be voided. */
    PENDING_TRANSFER_EXPIRED,
    DEBIT_ACCOUNT_ALREADY_CLOSED,
    CREDIT_ACCOUNT_ALREADY_CLOSED,
    OVERFLOWS_DEBITS_PENDING,
    OVERFLOWS_CREDITS_PENDING,
    OVERFLOWS_DEBITS_POSTED,
    OVERFLOWS_CREDITS_POSTED,
    OVERFLOWS_DEBITS,
    OVERFLOWS_CREDITS,
    OVERFLOWS_TIMEOUT,
    /** The debit account may not be overdrawn and would be. */
    EXCEEDS_CREDITS,
    /** The credit account may not be overdrawn the other way and would be. */
    EXCEEDS_DEBITS
}
