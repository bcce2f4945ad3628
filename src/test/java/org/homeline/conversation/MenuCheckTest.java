package org.homeline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problem;
import org.homeline.language.Texts;
import org.homeline.operation.Consent;
import org.homeline.operation.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MenuCheckTest {
    @TempDir
    Path folder;

    /** Something wrong, and what the check says of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Never: main                     | Ever: main                    | menus/test.yaml:68: screens.fail: test.fail may answer Never: add a branch
            Never: main                     | Ever: main                    | menus/test.yaml:70: screens.fail.on.Ever: test.fail never answers Ever: it answers [Never]
            run: test.last                  | run: test.lost                | menus/test.yaml:49: screens.last: no operation is called 'test.lost'
            to: send.payee}                 | to: send.somebody}            | menus/test.yaml:27: screens.main.choices[1].to: no screen is called 'send.somebody'
            to: send.payee}                 | to: send.amount}              | menus/test.yaml:32: screens.send.payee: is reached from no other screen
            to: send.payee}                 | to: send.amount}              | menus/test.yaml:36: screens.send.quote.with.payee: 'payee' is not known here
            with: {quote: quote}            | with: {quote: cancellable}    | menus/test.yaml:43: screens.send.confirm.with.quote: 'cancellable' may be a [Boolean], which can't fill 'quote', a [String]
            with: {quote: quote}            | with: {quota: quote}          | menus/test.yaml:42: screens.send.confirm: test.confirm takes no 'quota': it takes [quote]
            with: {quote: quote}            | with: {}                      | menus/test.yaml:42: screens.send.confirm: test.confirm needs 'quote'
            end: test.paid                  | end: test.payd                | menus/test.yaml:46: screens.send.confirm.on.Paid: there is no text 'test.payd'
            text: test.payee                | text: test.paid               | menus/test.yaml:32: screens.send.payee: the text 'test.paid' asks for [amount, payee, reference], which is not known here; known are [language, name]
            Last: last.list                 | Last: last                    | menus/test.yaml:49: screens.last: leads back to itself without showing anything
            list: items                     | list: things                  | menus/test.yaml:51: screens.last.on.Last: Last has no list 'things' to show
            judge: test.judgePin            | judge: test.judge               | screens.register.pin: no operation is called 'test.judge'
            judge: test.judgePin            | judge: test.last                | screens.register.pin: test.last can't judge a PIN: it takes []
            WeakPin: {say                   | WeekPin: {say                   | screens.register.pin: all outcomes of test.judgePin but the one that lets a PIN through need a branch
            pin-wrong: again                | pin-right: again              | menus/test.yaml:4: refused.pin-right: nothing is refused for 'pin-right'
            last-title: Your payments       | last-title: "Your payments, as far back as anybody at this bank remembers them, which is not as far back as you may think because nobody ever asked for the older ones before you did"  | texts/en.yaml
            """)
    void whateverIsWrongIsNamedWithItsPlaceAndMend(String right, String wrong, String said) throws IOException {
        TestConfiguration.in(folder);
        for (var file : List.of("menus/test.yaml", "texts/en.yaml")) {
            var path = folder.resolve(file);
            Files.writeString(path, Files.readString(path).replace(right, wrong));
        }
        assertThat(problems()).contains(said);
    }

    @Test
    void menusWithNothingWrongHaveNoProblems() {
        TestConfiguration.in(folder);
        assertThat(problems()).isEmpty();
    }

    @Test
    void everyProblemOfAFileIsNamedAtOnce() throws IOException {
        TestConfiguration.in(folder);
        var path = folder.resolve("menus/test.yaml");
        Files.writeString(
                path, Files.readString(path).replace("as: amount", "as: amoun").replace("home: true", "home: yes"));
        assertThat(problems())
                .contains("screens.main.home: write true or false")
                .contains("screens.send.amount.as: write one of [phone-or-name, number, amount");
    }

    private String problems() {
        var configuration = new ConfigurationFolder(folder);
        try {
            var check = new MenuCheck(
                    Menus.read(configuration),
                    Texts.read(configuration),
                    new TestOperations(Consent.PIN)::find,
                    List.of(new WrongPin()));
            return check.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        } catch (ConfigurationException unreadable) {
            return java.util.Objects.requireNonNull(unreadable.getMessage());
        }
    }

    private record WrongPin() implements Policy {
        @Override
        public java.util.Set<String> reasons() {
            return java.util.Set.of("pin-wrong");
        }
    }
}
