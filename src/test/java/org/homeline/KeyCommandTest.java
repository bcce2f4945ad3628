package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.homeline.api.OperatorToken;
import org.homeline.database.Transactions;
import org.homeline.signing.MessageCode;
import org.homeline.signing.NetworkKeys;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's commands for keys that are shared with partners, as they are typed. */
final class KeyCommandTest {
    private static final String ONE = "6f1d2b7ac95e4083b1a6d20f98e37c54";
    private static final String OTHER = "93c40e58f2a71bd67d3b8ac1045fe629";
    private static final String COMBINED = "fcd925223bf95b55cc9d58ce9cbc9a7d";
    private static final String NAME = "demo-bank.kek";
    private static final byte[] MESSAGE = {1, 2, 3};

    private static final String CODES =
            "codes: { algorithm: ansi-x9-19, key: demo-bank.mac, key-encrypting-key: demo-bank.kek, wrapped: triple-des }\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKeyIsImportedListedAndRemoved() throws Exception {
        var imported = importKey(file(ONE, OTHER), "aes");
        assertThat(imported.err()).isEmpty();
        assertThat(imported.status()).isZero();
        assertThat(imported.out())
                .startsWith("Imported.\n")
                .containsPattern("Check value +[0-9A-F]{6}\n")
                .containsPattern("Components +2\n")
                .containsPattern("Caution +no file in iso8583/partners names such a key\n")
                .doesNotContain("Instead", "WARNING");
        assertThat(importKey(file("0123456789ABCDEF FEDCBA9876543210"), "tdes").out())
                .containsPattern("Check value +08D7B4\n")
                .containsPattern("Instead +[0-9A-F]{6}\n")
                .contains("WARNING");

        assertThat(run("key", "list").out()).contains("NAME", "CHECK VALUE", NAME, "tdes", "08D7B4", " UTC");
        var removed = run("key", "remove", NAME);
        assertThat(removed.out()).startsWith("Key removed.").contains("08D7B4");
        assertThat(run("key", "list").out()).startsWith("No keys were imported yet: ./homeline key import ");
        assertThat(run("key", "remove", NAME).err())
                .isEqualTo("homeline: there is no key 'demo-bank.kek': see ./homeline key list\n");
    }

    /** A slip in a terminal's key is told when it is typed; its master key gone, the terminal goes on. */
    @Test
    void aTerminalsKeyIsCalledAsTheTerminal() throws Exception {
        assertThat(imported("terminal-T0000001.mastr")).contains("a terminal's key is called terminal-T0000001.master");
        assertThat(imported("terminal-T0000001.master")).doesNotContain("Caution");
        assertThat(run("key", "remove", "terminal-T0000001.master").out())
                .contains("goes on under the keys that it has: ./homeline terminal block stops it");
    }

    private String imported(String name) throws Exception {
        return run(
                        "key",
                        "import",
                        name,
                        "--algorithm",
                        "aes",
                        "--file",
                        file(ONE, OTHER).toString())
                .out();
    }

    @Test
    void whatIsWrongIsSaidInWordsWithoutTheKey() throws Exception {
        assertThat(importKey(file(ONE, OTHER.substring(2)), "aes").err())
                .contains("makes no key: each line is a component of the same length")
                .doesNotContain(OTHER.substring(2));
        assertThat(importKey(file(ONE), "rot13").err()).contains("'rot13' is no algorithm of a key: give aes or tdes");
        assertThat(run(
                                "key",
                                "import",
                                "a b",
                                "--algorithm",
                                "aes",
                                "--file",
                                file(ONE).toString())
                        .err())
                .contains("'a b' can't name a key");
        assertThat(importKey(folder.resolve("nowhere"), "aes").err()).endsWith("nowhere is not there\n");
        assertThat(importKey(folder, "aes").status()).isEqualTo(1);
        assertThat(run("key", "list").out()).doesNotContain(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rw--w----"})
    void aFileThatOthersCanUseIsRefused(String mode) throws Exception {
        var file = file(ONE, OTHER);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        var refused = importKey(file, "aes");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("others can use", "chmod 600 " + file)
                .doesNotContain(ONE);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theSameCommandWithAnotherKeyIsNotTakenForTheFirst() throws Exception {
        var first = importKey(file(ONE), "aes", "--key", "k1");
        assertThat(importKey(file(ONE), "aes", "--key", "k1")).isEqualTo(first);
        assertThat(importKey(file(OTHER), "aes", "--key", "k1").err())
                .contains("that key was used for another command");
    }

    /** Of a server that runs as of none: what commits and what is refused are written down in two ways. */
    @Test
    void noComponentIsInTheBooksNorAnywhereInTheDatabase() throws Exception {
        importKey(file(ONE, OTHER), "aes");
        importKey(file(ONE, OTHER), "rot13");
        try (var held = DataFolder.claim(folder.resolve("data"));
                var application = Application.start(held, place("data"), Serve.properties(0, false))) {
            var server = application.serve();
            held.publish(new ServerFile(
                    server.getPort(), 1, application.get(OperatorToken.class).value()));
            assertThat(importKey(file(OTHER, ONE), "aes").status()).isZero();
            assertThat(importKey(file(OTHER, ONE), "rot13").status()).isEqualTo(1);

            var written = journals(application);
            assertThat(written.stream().filter(text -> text.contains("key.import") && text.contains("checkValue")))
                    .hasSize(2);
            assertThat(written.stream().filter(text -> text.contains("operator.note") && text.contains("****")))
                    .hasSize(2);
            assertThat(SecretsTest.found(secrets(), String.join("\n", written))).isEmpty();
        }
        var database =
                Files.readString(folder.resolve("data").resolve(DataFolder.DATABASE), StandardCharsets.ISO_8859_1);
        assertThat(database).contains(NAME);
        assertThat(SecretsTest.found(secrets(), database)).isEmpty();
    }

    @Test
    void aBackupTakesTheKeysAlong() throws Exception {
        importKey(file(ONE, OTHER), "aes");
        var backup = folder.resolve("backup.zip").toString();
        assertThat(run("backup", backup, "--with-password").status()).isZero();
        assertThat(Run.on(folder.resolve("copy"), "restore", backup).err()).isEmpty();
        assertThat(code("copy")).isEqualTo(code("data")).hasSize(MessageCode.BYTES);
    }

    /** At the start, in the status and by check: else the link says only that it is not signed on. */
    @Test
    void aKeyThatAPartnersFileNamesAndNobodyImportedIsSaid() throws Exception {
        var config = ConfigurationCopy.make()
                .with(
                        "iso8583/partners/demo-us.yaml",
                        text -> text.replace("connect: off", "connect: 127.0.0.1:1") + CODES)
                .folder();
        var mend =
                "the key " + NAME + ", which iso8583/partners/demo-us.yaml names, is not there: ./homeline key import "
                        + NAME + " --algorithm tdes --file FILE";
        var place = Place.of(folder.resolve("data"), config);
        try (var held = DataFolder.claim(folder.resolve("data"));
                var application = Application.start(held, place, Serve.properties(0, false))) {
            assertThat(Serve.notices(application, false)).contains("WRONG: " + mend + ".");
            assertThat(check(config)).contains("partners' files name " + NAME + ": ./homeline key list");
            var server = application.serve();
            held.publish(new ServerFile(
                    server.getPort(), 1, application.get(OperatorToken.class).value()));
            assertThat(run("settlement", "status").out()).contains(mend);
            assertThat(check(config)).contains(mend);
            assertThat(importKey(file(ONE), "tdes").status()).isZero();
            assertThat(run("settlement", "status").out()).doesNotContain("is not there");
            assertThat(check(config)).contains("all 1 that partners' files name are there");
            assertThat(Serve.notices(application, false)).noneMatch(line -> line.contains("WRONG"));
        }
    }

    private String check(Path config) {
        return Run.of("check", "--data", folder.resolve("data").toString(), "--config", config.toString())
                .out();
    }

    private byte[] code(String data) {
        try (var held = DataFolder.claim(folder.resolve(data));
                var application = Application.start(held, place(data), Map.of())) {
            return application.get(NetworkKeys.class).code(NAME, MessageCode.AES_CMAC, MESSAGE);
        }
    }

    private static List<String> journals(Application application) {
        return application.get(Transactions.class).<List<String>>read(connection -> {
            var texts = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select operation, canonical from journal")) {
                while (row.next()) {
                    texts.add(row.getString(1) + " " + new String(row.getBytes(2), StandardCharsets.ISO_8859_1));
                }
            }
            return texts;
        });
    }

    private static List<Secret> secrets() {
        var secrets = new ArrayList<Secret>();
        for (var key : List.of(ONE, OTHER, COMBINED)) {
            secrets.add(Secret.of(key, key));
            secrets.add(new Secret(key, HexFormat.of().parseHex(key)));
        }
        return secrets;
    }

    private Path file(String... lines) throws IOException {
        var file = folder.resolve("components");
        PrivateFile.write(file, String.join("\n", lines).getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    private Run importKey(Path file, String algorithm, String... more) {
        var all = new ArrayList<>(List.of("key", "import", NAME, "--algorithm", algorithm, "--file", file.toString()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Run run(String... command) {
        return Run.on(folder.resolve("data"), command);
    }

    private Place place(String data) {
        return Place.of(folder.resolve(data), Path.of("gateway-config"));
    }
}
