/**
 * The seam between the faces of Homeline and its products: an {@link org.homeline.operation.Operation} reads, decides and
 * proposes; the {@link org.homeline.operation.Teller} finds it by name, asks every {@link
 * org.homeline.operation.Policy}, and commits. A face (a menu, an SMS command, the operator's command line) names an
 * operation and answers each of its outcomes; a product is a set of operations. Neither knows the other.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.operation;
