/** What commits and flushes promise. */
@org.jspecify.annotations.NullMarked
package org.homeline.database;
