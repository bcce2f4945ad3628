package org.homeline.ledger;

/**
 * A row that commits with a journal. Each class of rows has one {@link RowWriter}; a row that changes an earlier one
 * carries the version it was read at.
 */
public interface Row {}
