package io.dovira.command.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.pages.ActForm;
import io.dovira.command.pages.FormsOfCommands;
import io.dovira.events.appeals.AppealState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppealActsTest {

    private static List<String> names(AppealState state) {
        return AppealActs.of(state).stream().map(ActForm::act).toList();
    }

    @Test
    void areTheCommandsThatTheServiceTakes() {
        FormsOfCommands.assertAgree(AppealActs.all(), Set.of("correct"), AppealController.class);
    }

    @Test
    void offersWhatTheStateAllows() {
        assertThat(names(AppealState.LODGED)).containsExactly("register", "acknowledge", "withdraw");
        assertThat(names(AppealState.INFO_REQUESTED))
                .contains("receive-info", "answer", "extend")
                .doesNotContain("request-info", "register", "decline");
        assertThat(names(AppealState.ANSWERED)).containsExactly("reopen", "higher-complaint");
        assertThat(names(AppealState.WITHDRAWN)).isEmpty();
    }
}
