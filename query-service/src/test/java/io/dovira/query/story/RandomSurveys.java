package io.dovira.query.story;

import io.dovira.events.OfficeId;
import io.dovira.events.ServiceId;
import io.dovira.events.SurveyId;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Surveys of a made-up but possible history: offered here and there, some answered, some not, some answers without an offer. */
public final class RandomSurveys {
    private static final List<String> SERVICES = List.of("advice", "permit");
    private static final List<SurveyChannel> CHANNELS = List.of(SurveyChannel.KIOSK, SurveyChannel.TICKET);

    private final Story story;
    private final Random random;
    private final List<String> offices;
    private final List<SurveyOffered> waiting = new ArrayList<>();

    public RandomSurveys(Story story, Random random, List<String> offices) {
        this.story = story;
        this.random = random;
        this.offices = offices;
    }

    /** One more fact. */
    public void next(Instant now) {
        int dice = random.nextInt(100);
        if (dice < 50 || waiting.isEmpty()) {
            offer(now);
        } else if (dice < 95) {
            SurveyOffered offer = waiting.remove(random.nextInt(waiting.size()));
            answer(now, offer.survey(), offer.office(), offer.service(), null);
        } else {
            answer(now, id(), office(), null, random.nextBoolean() ? SurveyChannel.KIOSK : null);
        }
    }

    private void offer(Instant now) {
        SurveyChannel channel = random.nextInt(5) == 0 ? null : CHANNELS.get(random.nextInt(CHANNELS.size()));
        Instant expires = random.nextBoolean() ? null : now.plus(Duration.ofHours(1 + random.nextInt(60)));
        ServiceId service = random.nextInt(4) == 0 ? null : new ServiceId(SERVICES.get(random.nextInt(2)));
        SurveyOffered offered = new SurveyOffered(id(), office(), null, service, null, channel, expires, null);
        waiting.add(offered);
        story.happens(now, offered);
    }

    private void answer(
            Instant now,
            SurveyId survey,
            OfficeId office,
            @Nullable ServiceId service,
            @Nullable SurveyChannel channel) {
        Integer csat = random.nextInt(5) == 0 ? null : 1 + random.nextInt(5);
        Integer nps = csat == null || random.nextBoolean() ? random.nextInt(11) : null;
        String comment = random.nextInt(4) == 0 ? "comment " + survey : null;
        story.happens(now, new SurveyAnswered(survey, office, null, service, csat, nps, comment, channel));
    }

    private SurveyId id() {
        return new SurveyId("s" + story.facts().size());
    }

    private OfficeId office() {
        return new OfficeId(offices.get(random.nextInt(offices.size())));
    }
}
