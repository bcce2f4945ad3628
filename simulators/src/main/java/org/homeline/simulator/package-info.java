/**
 * Everybody around Homeline, for trying and testing it: a provider of SMS, phones, agents' tills, a crowd, the stories
 * they play, and what measures. They reach the server over the wire alone and use no bean of it.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator;
