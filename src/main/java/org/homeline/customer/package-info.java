/**
 * People: who registered with which phone, in which language and tier, their PINs (with the links to choose one by) and
 * their nicknames for others. Knows wallets only by name; what is done with money stands above. Whoever wants to act when
 * somebody registers implements {@link org.homeline.customer.Welcome}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.customer;
