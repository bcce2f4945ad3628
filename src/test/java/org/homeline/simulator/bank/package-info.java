/** Tests of the simulated bank, over real sockets as another user of jPOS's sees it. */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.bank;
