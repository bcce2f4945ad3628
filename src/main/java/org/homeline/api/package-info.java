/**
 * What machines ask over HTTP, apart from the gateways: the operator's commands (from this machine, with the data folder's
 * token), health, and how errors look to anybody who asks. Decides nothing about money: operations do.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.api;
