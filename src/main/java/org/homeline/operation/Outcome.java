package org.homeline.operation;

/**
 * What an operation answers. Each operation has its own sealed set of records below this open marker, annotated {@code
 * @Serdeable} because a repeated request gets the first answer again; the names of a record's components are the names
 * of the values in the texts that a face shows.
 */
public interface Outcome {}
