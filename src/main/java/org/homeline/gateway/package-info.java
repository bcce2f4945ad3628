/**
 * What the gateways share, whichever way people reach us: that callbacks about one thing are worked on one after another.
 * Transport, signatures and formats are the sub-packages'.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway;
