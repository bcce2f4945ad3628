/**
 * Rules over all movements of money that come from outside the products: how much a customer may move and hold, how
 * many strangers a customer may have texted, and how fast anybody may act, counted by phone and, for calls that fail, by
 * network address; who calls from behind which proxy, and in which range of addresses. Each is a named
 * {@link org.homeline.operation.Policy}; its numbers stand in {@code gateway-config/limits.yaml}. Knows no product.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.compliance;
