package org.homeline.gateway.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.homeline.conversation.TestConfiguration;
import org.homeline.conversation.TestOperations;
import org.homeline.database.Transactions;
import org.homeline.operation.Consent;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.Postgres;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UssdSessionsTest {
    private static final PhoneNumber PHONE = new PhoneNumber(TestOperations.KNOWN + "000042");
    private static final String CONFIRMED = "1*MAMA*200*2580";

    @TempDir
    Path folder;

    private Map<String, Object> properties() {
        return Map.of(
                "homeline.config",
                TestConfiguration.in(folder).toString(),
                TestOperations.PROPERTY,
                Consent.PHONE,
                "homeline.data",
                folder.resolve("keys").toString());
    }

    @Test
    void whatFailsIsSaidInThePersonsLanguageAsFarAsItIsKnown() {
        try (var server = TestServer.onH2(properties())) {
            var sessions = server.get(UssdSessions.class);
            assertThat(sessions.unavailable(sessions.likely(new PhoneNumber("+255712345678")))
                            .text())
                    .startsWith("Samahani");
            assertThat(sessions.unavailable(sessions.likely(new PhoneNumber("+4915112345678")))
                            .text())
                    .startsWith("Sorry");
            var newcomer = new PhoneNumber("+525512345678");
            var heard = new ArrayList<String>();
            sessions.answer("s", newcomer, "");
            sessions.answer("s", newcomer, "3", language -> heard.add(language.code()));
            sessions.answer("s", newcomer, "3*Awa", language -> heard.add(language.code()));
            assertThat(heard).containsExactly("en", "fr");
        }
    }

    @Test
    void twoNodesAtOnceTakeAStepOnce() throws Exception {
        var url = Postgres.newDatabase();
        try (var one = TestServer.start(url, "postgres", properties());
                var other = TestServer.start(url, "postgres", properties())) {
            var nodes = List.of(one.get(UssdSessions.class), other.get(UssdSessions.class));
            int i = 0;
            for (var text : List.of("", "1", "1*MAMA", "1*MAMA*200")) {
                nodes.get(i++ % 2).answer("session", PHONE, text);
            }
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int call = 0; call < 50; call++) {
                var node = nodes.get(call % 2);
                calls.add(() -> node.answer("session", PHONE, CONFIRMED));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(calls)) {
                    assertThat(answer.get().text()).startsWith("Paid: KES 200 to MAMA Otieno");
                }
            }
            assertThat(journals(one)).isEqualTo(1);
        }
    }

    @Test
    void aStepThatWasDoneButNotKeptIsNotDoneAgain() {
        try (var server = TestServer.onH2(properties())) {
            var sessions = server.get(UssdSessions.class);
            for (var text : List.of("", "1", "1*MAMA", "1*MAMA*200")) {
                sessions.answer("session", PHONE, text);
            }
            run(server, "create table before as select * from ussd_session");
            var paid = sessions.answer("session", PHONE, CONFIRMED);
            run(server, "delete from ussd_session");
            run(server, "insert into ussd_session select * from before");
            assertThat(sessions.answer("session", PHONE, CONFIRMED)).isEqualTo(paid);
            run(server, "delete from ussd_session");
            run(server, "insert into ussd_session select * from before");
            sessions.answer("next", PHONE, "");
            sessions.answer("next", PHONE, "1");
            assertThat(sessions.answer("next", PHONE, "1*2580")).isEqualTo(paid);
            assertThat(journals(server)).isEqualTo(1);
        }
    }

    @Test
    void whoStartsAnewIsNotMetByAStepThatWasDoneButNotKept() {
        try (var server = TestServer.onH2(properties())) {
            var sessions = server.get(UssdSessions.class);
            var home = sessions.answer("session", PHONE, "");
            for (var text : List.of("1", "1*MAMA", "1*MAMA*200")) {
                sessions.answer("session", PHONE, text);
            }
            run(server, "create table before as select * from ussd_session");
            sessions.answer("session", PHONE, CONFIRMED);
            run(server, "delete from ussd_session");
            run(server, "insert into ussd_session select * from before");
            sessions.answer("next", PHONE, "");
            assertThat(sessions.answer("next", PHONE, "2")).isEqualTo(home);
            for (var text : List.of("2*1", "2*1*MAMA", "2*1*MAMA*200")) {
                sessions.answer("next", PHONE, text);
            }
            assertThat(sessions.answer("next", PHONE, "2*1*MAMA*200*2580").text())
                    .startsWith("Paid: KES 200 to MAMA Otieno");
            assertThat(journals(server)).isEqualTo(2);
        }
    }

    private static int journals(TestServer server) {
        return server.get(Transactions.class).<Integer>read(connection -> {
            try (var statement = connection.createStatement();
                    var found =
                            statement.executeQuery("select count(*) from journal where operation = 'test.confirm'")) {
                found.next();
                return found.getInt(1);
            }
        });
    }

    private static void run(TestServer server, String sql) {
        server.get(Transactions.class).<Integer>write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
