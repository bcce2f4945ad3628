/**
 * A customer's own bank accounts: they are linked by a small debit whose code only the account's holder can read, then money
 * comes from them into the wallet and goes back to them. What comes from a bank stays apart from cash in the wallet. How
 * banks are spoken to is the work of {@code settlement}; paying somebody else through a bank is that of {@code remittance}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.banking;
