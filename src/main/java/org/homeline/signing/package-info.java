/**
 * Keys and what is done with them: signatures, keyed codes, sealing, the codes and PIN blocks of payment networks. The only
 * user of Bouncy Castle. Everybody else asks {@link org.homeline.signing.Keys} for the node's own keys and {@link
 * org.homeline.signing.NetworkKeys} for those that are shared with partners and terminals, behind both of which a hardware
 * module could stand instead of the software store. Decides nothing about who may import a key or use one.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.signing;
