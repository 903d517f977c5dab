package io.dovira.events.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.OfficeId;
import io.dovira.events.SurveyId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final SurveyId ID = new SurveyId("s1");
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final Instant AT = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void keepsWhenItWasOfferedAndWhenAnswered() {
        SurveyAnswered answer = new SurveyAnswered(ID, OFFICE, null, null, 5, null, null, null);
        Survey offered = Survey.evolve(
                null,
                new SurveyOffered(ID, OFFICE, null, null, null, SurveyChannel.KIOSK, AT.plusSeconds(600), "p@1"),
                AT);
        Survey answered = Survey.evolve(offered, answer, AT.plusSeconds(90));

        assertThat(offered.answer()).isNull();
        assertThat(answered.channel()).isEqualTo(SurveyChannel.KIOSK);
        assertThat(answered.expiresAt()).isEqualTo(AT.plusSeconds(600));
        assertThat(answered.answer()).isEqualTo(answer);
        assertThat(answered.offeredAt()).isEqualTo(AT);
        assertThat(answered.answeredAt()).isEqualTo(AT.plusSeconds(90));
        assertThat(answered.facts()).isEqualTo(2);
    }
}
