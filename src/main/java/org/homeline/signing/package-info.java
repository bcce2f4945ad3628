/**
 * Keys and what is done with them: signatures, keyed codes, sealing, the codes and PIN blocks of payment networks. The only
 * user of Bouncy Castle. Everybody else asks {@link org.homeline.signing.Keys}, behind which a hardware module could stand
 * instead of the software store.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.signing;
