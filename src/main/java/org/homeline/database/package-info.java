/**
 * What every table needs and no table owns: transactions on plain connections, durable commit, leases with fencing
 * epochs, chores that one node at a time does, tidying page by page, and the shape of the parts of {@code /health} that ask
 * the database. Knows no table but its own ({@code lease}, {@code scheduled_tasks}).
 */
@org.jspecify.annotations.NullMarked
package org.homeline.database;
