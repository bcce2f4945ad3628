package org.homeline.simulator.bank;

import java.time.LocalDate;

/**
 * What the holder of an account reads about it.
 *
 * @param amountMinor below zero where it left the account
 * @param balanceMinor after it
 */
public record StatementLine(LocalDate day, String text, long amountMinor, long balanceMinor) {}
