package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problem;
import org.homeline.customer.Countries;
import org.homeline.iso8583.Dialects;
import org.homeline.language.Texts;
import org.homeline.settlement.Partner.Meaning;
import org.homeline.testing.ConfigurationCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Banks as data: the shipped examples, and slips in a copy of one, each named with file, field and mend. */
final class PartnersTest {
    private static final String FILE = "iso8583/partners/demo-us.yaml";

    private static Partners read(ConfigurationCopy copy) {
        var folder = new ConfigurationFolder(copy.folder());
        return Partners.read(
                folder, Dialects.read(folder), Countries.read(folder, Texts.read(folder)), partner -> Optional.empty());
    }

    @Test
    void aSecondBankWithAnotherDialectIsAnotherFileAlone() {
        var partners = read(ConfigurationCopy.make());
        var us = partners.of("demo-us");
        var ke = partners.of("demo-ke");
        assertThat(us.framing()).isNotEqualTo(ke.framing());
        assertThat(us.services()).containsEntry(Partner.Kind.CREDIT, new Partner.Service("260000", false));
        assertThat(ke.services()).containsEntry(Partner.Kind.CREDIT, new Partner.Service("210000", true));
        assertThat(us.meaning("00")).isEqualTo(Meaning.APPROVED);
        assertThat(us.meaning("51")).isEqualTo(Meaning.NO_MONEY);
        assertThat(us.meaning("77"))
                .as("what nobody listed may mean that it was done")
                .isEqualTo(Meaning.UNKNOWN);
        assertThat(partners.in("US", Partner.Kind.DEBIT)).as("off").isEmpty();
    }

    @Test
    void aBusinessDayEndsAtTheCutOverThere() {
        var cutOver = read(ConfigurationCopy.make()).of("demo-us").cutOver();
        var last = Instant.parse("2026-11-27T21:59:59Z");
        assertThat(cutOver.day(last)).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(cutOver.day(last.plusSeconds(1))).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(cutOver.end(LocalDate.of(2026, 11, 27))).isEqualTo(last.plusSeconds(1));
    }

    @Test
    void allSlipsOfAFileAreFoundAtOnce() {
        var copy = ConfigurationCopy.make()
                .with(
                        FILE,
                        text -> text.replace("country: US", "country: FJ")
                                .replace("dialect: iso87-ascii", "dialect: iso93")
                                .replace("window: 64", "window: 0")
                                .replace("terminal: HOMELINE", "terminal: HOME")
                                .replace("version: 0", "version: x")
                                .replace("answer: 30s", "answer: soon")
                                .replace("proof: 0.50", "prof: 0.50"));
        assertThatThrownBy(() -> read(copy))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Problem::field)
                                .containsExactlyInAnyOrder(
                                        "prof",
                                        "country",
                                        "dialect",
                                        "identity.version",
                                        "identity.terminal",
                                        "window",
                                        "times.answer"));
    }

    /** A typing error in a variable leaves the bank that was meant unconnected. */
    @Test
    void aVariableThatNamesNobodyIsRefused() {
        var partners = read(ConfigurationCopy.make());
        partners.requireKnown(List.of("HOMELINE_CONNECT_DEMO_US", "HOMELINE_DATABASE_USER", "PATH"));
        assertThatThrownBy(() -> partners.requireKnown(List.of("HOMELINE_CONNECT_DEMO_UK", "HOMELINE_CONNECT_DEMO_US")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "HOMELINE_CONNECT_DEMO_UK: no file in iso8583/partners is called so: take it away, or write one of"
                                + " HOMELINE_CONNECT_DEMO_KE, HOMELINE_CONNECT_DEMO_US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8591", "127.0.0.1:85x9", "127.0.0.1:99999", ""})
    void aBadValueOfAVariableIsTheVariables(String written) {
        var folder = new ConfigurationFolder(ConfigurationCopy.make().folder());
        assertThatThrownBy(() -> Partners.read(
                        folder,
                        Dialects.read(folder),
                        Countries.read(folder, Texts.read(folder)),
                        partner -> partner.equals("demo-us") ? Optional.of(written) : Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("HOMELINE_CONNECT_DEMO_US: write off, or host and port such as 10.1.2.3:9100, instead of '"
                        + written + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    dialect: iso87-ascii ; dialect: iso93 ; dialect: is no dialect
                    connect: off ; connect: 10.1.2.3 ; write off, or host and port
                    description: 104 ; description: 43 ; logs show all of it
                    cap: 100000, alarm: 80000 ; cap: 100, alarm: 80000 ; an alarm beyond the cap never sounds
                    as: request } ; as: advice } ; a debit is a request
                    approved: ["00"] ; aproved: ["00"] ; is no meaning
                    limit: ["61", "65"] ; limit: ["61", "51"] ; stands twice
                    longest-retry: 15m ; longest-retry: 1s ; is shorter than the first retry
                    give-up: 3d ; give-up: 60d ; may be 45d at most
                    give-up: 3d ; give-up: 1s ; is shorter than the wait for an answer
                    code: "260000" ; code: "100000" ; is the debit's too
                    description: 104 ; description: 103 ; is an account's field too
                    reversals-done: ["00", "25"] ; reversals-done: [] ; no reversal would ever end
                    at: "17:00" ; at: "25:00" ; a time of day
                    country: US ; country: FJ ; is not in countries.yaml
                    accounts: "[0-9]{10}" ; accounts: "[0-9" ; a regular expression
                    acquirer: "400001" ; acquirer: "A" ; up to 11 digits
                    window: 64 ; window: 0 ; a whole number from 1
                    """)
    void aSlipIsNamed(String right, String wrong, String mend) {
        var copy = ConfigurationCopy.make()
                .with(
                        FILE,
                        text -> text.replaceFirst(
                                java.util.regex.Pattern.quote(right.strip()),
                                java.util.regex.Matcher.quoteReplacement(wrong.strip())));
        assertThatThrownBy(() -> read(copy))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(FILE + ":")
                .hasMessageContaining(mend.strip());
    }
}
