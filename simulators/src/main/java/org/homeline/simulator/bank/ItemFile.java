package org.homeline.simulator.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end-of-day file that a bank leaves for its partners: a line for whatever was booked or reversed on the day. */
final class ItemFile {
    static final String HEADER = "date,stan,rrn,kind,amount,currency,account,status";

    private ItemFile() {}

    /** Writes a day's file, whole or not at all, over one that is there. */
    static Path write(Path folder, LocalDate day, List<Item> items) {
        var file = folder.resolve("items-" + day + ".csv");
        try {
            Files.createDirectories(folder);
            var unfinished = Files.writeString(folder.resolve(file.getFileName() + ".part"), text(items));
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(List<Item> items) {
        return Stream.concat(Stream.of(HEADER), items.stream().map(ItemFile::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** No field has a comma: numbers, words, and what masks an account. */
    private static String line(Item item) {
        return String.join(
                ",",
                item.day().format(DateTimeFormatter.ISO_LOCAL_DATE),
                item.stan(),
                item.retrievalReferenceNumber().replace(',', ' ').strip(),
                item.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(item.amountMinor()),
                item.currency().getCurrencyCode(),
                item.account().replace(',', ' '),
                item.status().name().toLowerCase(Locale.ROOT));
    }
}
