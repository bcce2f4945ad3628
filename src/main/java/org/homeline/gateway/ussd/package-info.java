/**
 * USSD sessions, whatever provider they come over: each step of a phone taken once, kept in the database so that any node
 * can take the next, offered again after a cut. On H2, whose one process sees every step, the last sessions are remembered
 * beside it. Transport and signatures are the providers' sub-packages; what is said is
 * {@code org.homeline.conversation}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway.ussd;
