package org.homeline.operation;

/**
 * An outcome that is what was wanted, and not a reason why it could not be. Every operation of the operator's commands has
 * one: it decides the command's exit status.
 */
public interface Success extends Outcome {}
