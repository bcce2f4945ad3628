package org.homeline.conversation.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.homeline.conversation.UssdFuzz;
import org.homeline.conversation.command.SmsFuzz;
import org.homeline.testing.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for what breaks a conversation. */
@Tag("campaign")
final class FuzzCampaignTest {
    private static final int CANARY_SECONDS = 300;

    @TempDir
    Path folder;

    @Test
    void noInputBreaksAConversation() throws IOException, InterruptedException {
        var fuzzing = fuzzing("ussd");
        assertThat(fuzzing.run(UssdFuzz.class, Fuzzing.SECONDS))
                .as(fuzzing.log())
                .isZero();
    }

    @Test
    void noMessageBreaksTheReading() throws IOException, InterruptedException {
        var fuzzing = fuzzing("sms");
        assertThat(fuzzing.run(SmsFuzz.class, Fuzzing.SECONDS))
                .as(fuzzing.log())
                .isZero();
    }

    @Test
    void theFuzzerFindsTheCanary() throws IOException, InterruptedException {
        var fuzzing = fuzzing("sms");
        assertThat(fuzzing.run(SmsFuzz.Canary.class, CANARY_SECONDS))
                .as(fuzzing.log())
                .isEqualTo(Fuzzing.FOUND);
    }

    private Fuzzing fuzzing(String corpus) {
        return new Fuzzing(folder, "org.homeline.conversation.**", CorpusTest.CORPUS.resolve(corpus));
    }
}
