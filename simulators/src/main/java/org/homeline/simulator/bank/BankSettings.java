package org.homeline.simulator.bank;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a simulated bank is like.
 *
 * @param port 0 for any that is free
 * @param faults that are to come from the beginning
 * @param items where each reconciliation leaves the day's item file
 * @param seed for the same approvals, keys and garbage once more
 */
public record BankSettings(
        int port,
        Wire wire,
        List<BankAccount> accounts,
        BankKeys keys,
        List<Fault> faults,
        Optional<Path> items,
        OptionalLong seed) {
    public BankSettings {
        accounts = List.copyOf(accounts);
        faults = List.copyOf(faults);
    }

    /** On a free port, with the examples, without keys and faults. */
    public static BankSettings of(Wire wire) {
        return new BankSettings(
                0, wire, BankAccount.examples(), BankKeys.none(), List.of(), Optional.empty(), OptionalLong.empty());
    }

    /** The same on this port. */
    public BankSettings withPort(int number) {
        return new BankSettings(number, wire, accounts, keys, faults, items, seed);
    }

    /** The same with these accounts. */
    public BankSettings withAccounts(BankAccount... others) {
        return new BankSettings(port, wire, List.of(others), keys, faults, items, seed);
    }

    /** The same with these keys. */
    public BankSettings withKeys(BankKeys others) {
        return new BankSettings(port, wire, accounts, others, faults, items, seed);
    }

    /** The same with item files in this folder. */
    public BankSettings withItems(Path folder) {
        return new BankSettings(port, wire, accounts, keys, faults, Optional.of(folder), seed);
    }

    /** The same with chance repeated. */
    public BankSettings withSeed(long number) {
        return new BankSettings(port, wire, accounts, keys, faults, items, OptionalLong.of(number));
    }
}
